using System.Collections.Immutable;

namespace BillingActors.Domain.Ledger;

/// <summary>
/// The roles that posting rules book to. A chart of accounts says which general-ledger account plays a role. A role
/// with a part, such as "revenue/home-tou", belongs to the family "revenue/*".
/// </summary>
public static class LedgerRoles
{
    /// <summary>Money of customers that is not set against items yet: a liability.</summary>
    public const string UnappliedCash = "unapplied-cash";

    /// <summary>Money of payers nobody knows yet: a liability.</summary>
    public const string UnidentifiedCash = "unidentified-cash";

    /// <summary>Deposits of customers: a liability.</summary>
    public const string DepositsHeld = "deposits-held";

    /// <summary>Instalments of budget plans that are not billed yet: a liability.</summary>
    public const string BudgetBilling = "budget-billing";

    private const string AnyPart = "/*";

    /// <summary>Roles whose balance a subledger explains; each needs a general-ledger account of its own.</summary>
    public static ImmutableArray<string> Control { get; } = [PostingRules.Receivables, UnappliedCash];

    /// <summary>Every role and family there is, in order.</summary>
    public static ImmutableArray<string> All { get; } =
    [
        "agency-commission", "bad-debts", "bad-debts-recovered", PostingRules.BillsInTransit, BudgetBilling,
        "cash-discounts", "cash/*",
        "deposit-interest", DepositPostings.DepositsBilled, DepositsHeld, "fees/*", "goodwill",
        TransferPostings.InTransit, "interest", PostingRules.Receivables, "refunds-payable", "revenue/*",
        "small-differences", "tax/*", UnappliedCash, UnidentifiedCash,
    ];

    /// <summary>Whether a pattern covers a role: it is the role, or its family.</summary>
    public static bool Covers(string pattern, string role) =>
        pattern.EndsWith(AnyPart, StringComparison.Ordinal)
            ? role.Length >= pattern.Length && role.StartsWith(pattern[..^1], StringComparison.Ordinal)
            : pattern == role;

    /// <summary>Whether posting rules can book to a role, or to some of a family.</summary>
    public static bool IsKnown(string roleOrFamily) =>
        All.Any(known => known == roleOrFamily || Covers(known, roleOrFamily));
}
