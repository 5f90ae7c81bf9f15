namespace BillingActors.Domain.Ledger;

/// <summary>A line of a chart of accounts: the general-ledger account that plays a role.</summary>
/// <param name="Role">A role, such as "receivables", or a family of them, such as "revenue/*".</param>
/// <param name="Number">Number of the account in the general ledger.</param>
/// <param name="Name">Its name.</param>
/// <param name="Type">What it is.</param>
public sealed record ChartRule(string Role, string Number, string Name, LedgerAccountType Type);
