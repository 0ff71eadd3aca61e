import { Tab, TabList } from "@fluentui/react-components";
import { usePaneStyles } from "./pane.styles";
import { type TabName } from "./use-navigation";

const tabs: readonly { name: TabName; words: string }[] = [
  { name: "review", words: "Review" },
  { name: "ask", words: "Ask" },
  { name: "evidence", words: "Evidence" },
];

export function PaneTabs({ tab, onTab }: { tab: TabName; onTab: (tab: TabName) => void }) {
  const styles = usePaneStyles();
  return (
    <TabList
      size="small"
      className={styles.tabs}
      selectedValue={tab}
      onTabSelect={(_, { value }) => {
        const chosen = tabs.find(({ name }) => name === value);
        if (chosen !== undefined) onTab(chosen.name);
      }}
    >
      {tabs.map(({ name, words }) => (
        <Tab key={name} id={`tab-${name}`} value={name} data-testid={`tab-${name}`} aria-controls={`panel-${name}`}>
          {words}
        </Tab>
      ))}
    </TabList>
  );
}
