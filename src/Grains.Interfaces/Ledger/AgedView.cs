namespace BillingActors.Grains.Interfaces.Ledger;

/// <summary>Open items by age, in minor units; credits and unapplied cash stand in columns of their own.</summary>
/// <param name="NotDueMinor">No day old.</param>
/// <param name="Days1To30Minor">1 to 30 days.</param>
/// <param name="Days31To60Minor">31 to 60 days.</param>
/// <param name="Days61To90Minor">61 to 90 days.</param>
/// <param name="Days91To120Minor">91 to 120 days.</param>
/// <param name="Over120Minor">More than 120 days.</param>
/// <param name="CreditsMinor">Items in the customer's favour; not positive.</param>
/// <param name="UnappliedMinor">Money that is set against no item.</param>
/// <param name="ItemsMinor">All items together.</param>
/// <param name="BalanceMinor">What is owed in all.</param>
public sealed record AgedView(
    long NotDueMinor,
    long Days1To30Minor,
    long Days31To60Minor,
    long Days61To90Minor,
    long Days91To120Minor,
    long Over120Minor,
    long CreditsMinor,
    long UnappliedMinor,
    long ItemsMinor,
    long BalanceMinor);
