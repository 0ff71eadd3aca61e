import { type ScoreTrace } from "../../contracts/evidence";
import { usePassageViewStyles } from "./passage-view.styles";

/** Which question brought a passage up, and what each part of its score added. */
export interface PassageScore {
  readonly question: string;
  readonly score: ScoreTrace;
}

/** Why search put this passage where it did: parts that add up to the total shown. */
export function WhyPassage({ question, score }: PassageScore) {
  const styles = usePassageViewStyles();
  if (score.parts.length === 0) return null;
  return (
    <details className={styles.why} data-testid="why-passage">
      <summary>Why this passage</summary>
      <p className={styles.whyQuestion}>Found for “{question}”</p>
      <table className={styles.whyTable}>
        <tbody>
          {score.parts.map(({ name, value, why }, position) => (
            <tr key={`${name}/${position}`}>
              <th scope="row">{name}</th>
              <td className={styles.figure}>{signed(value)}</td>
              <td>{why}</td>
            </tr>
          ))}
        </tbody>
        <tfoot>
          <tr>
            <th scope="row">total</th>
            <td className={styles.figure}>{signed(score.total)}</td>
            <td />
          </tr>
        </tfoot>
      </table>
    </details>
  );
}

/** Four places, as the score is kept, so that what is shown adds up. */
const signed = (value: number): string => `${value < 0 ? "−" : ""}${Math.abs(value).toFixed(4)}`;
