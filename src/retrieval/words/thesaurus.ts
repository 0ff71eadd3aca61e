/**
 * Words of one meaning: how analysts ask, and how filings say it. A group a line, its wordings parted by commas; what is
 * written first is not preferred. Only words that mean the same in any company's filing: what a trade calls its products
 * is not here, nor what `concepts` knows by name.
 */
export const thesaurus: readonly string[] = `
impairment, write-down, write-downs, writedown, write down, wrote down, written down, write-off, write-offs, wrote off, written off, impaired
lawsuit, lawsuits, litigation, legal proceedings, class action, class actions, putative class, complaint, sued, suit, plaintiffs, legal matters
settlement, settled, settle, resolve claims
investigation, probe, inquiry, subpoena, civil investigative demand
layoffs, layoff, job cuts, headcount reduction, workforce reduction, severance, employee separation, redundancies, laid off
restructuring, reorganization, cost savings program, transformation program, exit costs, facility closures
staff, employees, workforce, personnel, headcount, people, human capital, workers
hire, hiring, recruit, attract, attract and retain, retain, talent
engagement, morale, engagement survey, employee feedback
union, unions, collective bargaining, labor agreement, work stoppage, strike
executives, management team, executive officers, senior management, leadership
chief executive, chief executive officer, ceo
chief financial officer, cfo, finance chief
resign, resigned, resignation, step down, stepping down, departure, successor, appointed, appoint, transition
board, directors, board of directors
auditor, independent registered public accounting firm, audit firm
internal controls, internal control over financial reporting, disclosure controls, material weakness, material weaknesses
buyback, buybacks, buy back, repurchase, repurchases, repurchased, repurchase program
dividend, dividends, payout, distribution, distributions
debt, borrowings, notes, indebtedness, senior notes, loans, bonds
repay, repaid, repayment, redeem, redemption, retire debt, pay down
mature, matures, maturity, maturities, due, contractual maturities
covenant, covenants, compliance with covenants, leverage ratio
credit line, credit facility, revolving credit, revolver, line of credit, commercial paper
liquidity, liquid, cash and cash equivalents, sources of cash, cash needs, fund operations
leverage, debt to ebitda, net debt
credit rating, credit ratings, rating agencies, downgrade, investment grade
lease, leases, rent, rental, right-of-use
refinance, refinancing, refinanced
capital spending, capital expenditures, capex, capital plan, capital investment, purchases of property
working capital, receivables, inventories, payables
stock compensation, share-based compensation, stock-based compensation, equity awards, restricted stock units, rsus
unvested, nonvested, unrecognized compensation
dilution, dilutive, diluted
convertible, conversion price, conversion rate, convert
stock price, share price, market price, performance graph, cumulative total return, total shareholder return
tax rate, effective tax rate, effective income tax rate, statutory rate
tax authorities, tax examination, examined, irs, internal revenue service, audit by tax, tax years
uncertain tax positions, unrecognized tax benefits, tax positions
tax credits, credits, incentives
deferred taxes, valuation allowance, deferred tax assets
foreign exchange, currency, currencies, exchange rates, foreign currency, fx
interest rates, interest rate risk, rate increases, higher rates
inflation, inflationary, cost inflation, rising costs, input costs
commodity, commodities, raw materials, input prices
hedge, hedges, hedging, derivatives, swaps, forward contracts
fair value, level 3, unobservable inputs, valuation techniques
pension, retirement plans, defined benefit, postretirement
contributions, fund the plan, pay into
goodwill, reporting unit
intangibles, intangible assets, purchased technology, customer relationships, trademarks
acquisition, acquired, bought, purchase of, takeover, business combination, deal
divestiture, divest, divested, sold, sale of business, disposal, disposition, spin-off, separation, held for sale
joint venture, equity method, investee, partnership, collaboration
synergies, integration, cost synergies
competitors, competition, compete, competes, competitive, rivals
market share, leading position
customers, clients, buyers, consumers
biggest customers, largest customers, major customers, concentration, significant customers, more than 10% of revenue
suppliers, vendors, supply chain, sourcing, third-party manufacturers
supplier finance, supply chain financing, supply chain finance
shortage, shortages, supply constraints, bottleneck, availability
outage, outages, interruption, interruptions, disruption, disruptions, downtime, failure of systems
systems, information technology, enterprise resource planning, it systems
cyber, cyberattack, cyberattacks, cybersecurity, hack, hacked, data breach, security breach, breaches, security incident
privacy, data protection, gdpr, personal data, user data
misuse, abuse, abusing, misused
artificial intelligence, ai, machine learning
cloud, hosting, data centers, data center
patents, intellectual property, know-how, trade secrets, proprietary rights, trademarks
generic, generics, generic competition, loss of exclusivity, patent expiration
drug approval, fda, regulatory approval, clinical trials
reimbursement, payors, managed care, medicare, medicaid
recall, recalls, product liability, product defects
quality, defects, warranty, warranties
regulation, regulations, regulatory, laws, rules, compliance
regulator, supervises, supervised, supervision, regulated by, subject to regulation
antitrust, competition law, anticompetitive
sanctions, export controls, export restrictions, licensing requirements, trade restrictions
tariffs, tariff, duties, trade war, trade policy
bribery, corruption, anti-corruption, fcpa
environmental, climate, emissions, carbon, sustainability, greenhouse gas
remediation, cleanup, contamination, superfund
safety, health and safety, injuries
weather, hurricane, natural disaster, catastrophe, earthquake
pandemic, covid, covid-19
war, conflict, geopolitical, ukraine, russia
seasonal, seasonality, seasonally, fourth quarter holiday
demand, orders, bookings, volumes, unit sales
backlog, remaining performance obligations, unfilled orders, contracted revenue, remaining deal value
recurring, subscription, subscriptions, renewal, renewals, retention
churn, attrition, cancellations
price increases, pricing, net pricing, average selling price, price realization
mix, product mix, sales mix
same-store, comparable sales, comparable store sales, like-for-like
store openings, new stores, store closures, closed stores
organic, excluding currency, constant currency, currency-neutral
adjusted, non-gaap, excluding items
one-off, one-time, unusual items, special items, certain items, nonrecurring, items affecting comparability, significant items
drivers, driven by, primarily due to, attributable to, resulted from, reflecting
rise, rose, increase, increased, higher, grew, growth, up
fall, fell, decline, declined, decrease, decreased, lower, down, drop, dropped
improve, improved, improvement, favorable
worsen, deteriorate, deteriorated, unfavorable
offset, partially offset
outlook, guidance, expect, expects, forecast, anticipate, next year
research, research and development, r&d, product development
marketing, advertising, promotion, sales and marketing
shipping, freight, logistics, transportation, distribution costs
warehouse, warehouses, distribution centers, fulfillment
factory, factories, plant, plants, manufacturing facilities, production sites
capacity, utilization, expansion
headquarters, principal executive offices, office space, properties
segments, reportable segments, operating segments, divisions
abroad, overseas, international, foreign, outside the united states
insurance, insured, self-insured, self-insurance, coverage
reserves, claims, claims incurred, incurred but not reported, medical costs payable, loss reserves
bad debt, credit losses, allowance for doubtful accounts, uncollectible, provision for credit losses
delinquent, delinquencies, past due, nonperforming
loans, originations, mortgage, mortgages
deposits, depositors, funding
net interest income, interest income, net interest margin
indemnities, indemnification, indemnify, guarantees
commitments, contractual obligations, purchase obligations, off-balance sheet
contingencies, contingent liabilities, loss contingencies
going concern, substantial doubt, ability to continue
restated, restatement, revised, reclassified, reclassification, corrected, error
new accounting standards, recently adopted, recent accounting pronouncements, not yet adopted, asu
revenue recognition, recognize revenue, performance obligations, transaction price
deferred revenue, contract liabilities, unearned revenue, customer deposits
voting power, voting control, voting rights, control the voting, multiple class, dual class, voting trust
shareholders, stockholders, investors, holders
activist, proxy contest, shareholder proposal
poison pill, takeover defenses, anti-takeover, rights plan
related party, related parties, transactions with directors
bank holding, capital requirements, capital ratios, tier 1
digital assets, cryptocurrency, bitcoin, crypto
subsidiaries, subsidiary, affiliates
press, bad press, media, media coverage, publicity, reputation, reputational
stop, stopped, discontinue, discontinued, cease, ceased, terminate, terminated, wind down
start, begin, commence, commenced, launch, launched, introduce, introduced
owe, owed, payable, accrued, liability, liabilities, obligation
set aside, accrue, accrued, provision, reserve
bank failure, failure of banks, financial institutions, bank failures
misjudge, underestimate, overestimate, fail to estimate, inaccurate
forecast, predict, predictability, difficult to predict, fluctuate
headquartered, located, offices
who makes, manufactures, manufactured by, contract manufacturers, third-party manufacturers
own, ownership, owned, beneficial ownership, stake, interest in
control, controls, controlling, majority, voting power
subscribers, members, paid subscribers, users, active users
bond, bonds, debt securities, notes, fixed income securities
loss, losses, unrealized loss, gross unrealized losses
gain, gains, unrealized gain
invest, invested, investments, asset allocation, target allocation
return on plan assets, expected return, discount rate, actuarial assumptions
factoring, sale of receivables, sold receivables, receivables sold, securitization
inventory write-down, inventory provisions, obsolete, excess inventory, lower of cost
purchase commitments, purchase obligations, take-or-pay, noncancelable
rebates, discounts, chargebacks, gross-to-net, allowances
gift cards, breakage, loyalty program, rewards program
returns, sales returns, refund, refunds
royalties, royalty, milestone payments, upfront payment
licences, licenses, licensing, license, licensing agreement
health, obesity, sugar, nutrition, wellness
climate change, extreme weather, physical risks
diversity, inclusion, equity and inclusion
smaller customers, small business, limited operating history
government customers, government contracts, federal government, appropriations
contract length, contract duration, remaining term, weighted-average term, years remaining
average, weighted-average, weighted average
split, breakdown, disaggregated, disaggregation, by category, by type
share of, percentage of, percent of, as a percentage of
below cost, below amortized cost, loss position
tax cuts, tax reform, tax act, inflation reduction act, minimum tax, pillar two
repatriate, repatriation, indefinitely reinvested, undistributed earnings, permanently reinvested
net operating loss, carryforward, carryforwards, nols
audit committee, critical audit matter, audit fees
consent order, consent decree, ftc, order
data transfers, transfer of data, adequacy decision, privacy framework
children, teens, minors, young users
fraud, theft, shrink, shrinkage
safety recall, defect, defects, grounding
contract wins, awarded, awards, orders received
airline, airlines, carriers, fleet
wells, drilling, exploration, rigs, production volumes
utilities, rate case, regulated rates, allowed return
occupancy, same-property, tenants, leased percentage
premiums, premium revenue, members, enrollment, medical care ratio
loan growth, loan losses, charge-offs, net charge-offs, nonaccrual
assets under management, aum, fund flows, net flows
trial, phase 3, approval, indication, pipeline
store count, number of stores, stores opened, square footage
cost savings, efficiencies, productivity, cost reduction
strategy, strategic priorities, growth strategy, plan to grow
mission, purpose, overview, what the business does, business overview
history, founded, incorporated, organized
trading symbol, ticker, listed, stock exchange, registered
holders of record, number of holders
change of control, golden parachute, severance agreement
clawback, incentive compensation, annual bonus, executive compensation
subsequent event, subsequent events, after year end
`
  .trim()
  .split("\n");
