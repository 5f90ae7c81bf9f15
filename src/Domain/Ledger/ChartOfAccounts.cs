using System.Collections.Immutable;

namespace BillingActors.Domain.Ledger;

/// <summary>
/// Which general-ledger account plays which role at a legal entity. What a chart does not say, the default says, so
/// every role has an account; the most exact rule wins.
/// </summary>
public sealed record ChartOfAccounts
{
    /// <summary>Most rules of a chart.</summary>
    public const int RuleCountMax = 1000;

    private const string FallbackNumber = "9999";

    private readonly ImmutableArray<ChartRule> _rules;

    private ChartOfAccounts(ImmutableArray<ChartRule> rules) => _rules = rules;

    /// <summary>The chart of an entity that has none of its own.</summary>
    public static ChartOfAccounts Default { get; } = new(
    [
        new("receivables", "1200", "Trade receivables", LedgerAccountType.Asset),
        new("cash/*", "1000", "Bank", LedgerAccountType.Asset),
        new("in-transit", "1290", "Transfers between accounts", LedgerAccountType.Asset),
        new("bills-in-transit", "1291", "Bills on their way to a payer", LedgerAccountType.Asset),
        new("unapplied-cash", "2100", "Unapplied cash", LedgerAccountType.Liability),
        new("unidentified-cash", "2110", "Unidentified cash", LedgerAccountType.Liability),
        new("refunds-payable", "2120", "Refunds payable", LedgerAccountType.Liability),
        new("deposits-billed", "1210", "Deposits billed, not paid", LedgerAccountType.Asset),
        new("deposits-held", "2200", "Deposits of customers", LedgerAccountType.Liability),
        new("budget-billing", "2210", "Budget billing", LedgerAccountType.Liability),
        new("tax/*", "2300", "Tax payable", LedgerAccountType.Liability),
        new("revenue/*", "4000", "Revenue", LedgerAccountType.Income),
        new("fees/*", "4100", "Fees", LedgerAccountType.Income),
        new("interest", "4200", "Interest of late payment", LedgerAccountType.Income),
        new("bad-debts-recovered", "4300", "Recovered bad debts", LedgerAccountType.Income),
        new("cash-discounts", "5000", "Cash discounts", LedgerAccountType.Expense),
        new("small-differences", "5010", "Small differences", LedgerAccountType.Expense),
        new("bad-debts", "5100", "Bad debts", LedgerAccountType.Expense),
        new("goodwill", "5200", "Goodwill", LedgerAccountType.Expense),
        new("agency-commission", "5300", "Commission of agencies", LedgerAccountType.Expense),
        new("deposit-interest", "5400", "Interest on deposits", LedgerAccountType.Expense),
    ]);

    /// <summary>Where a role is booked that no rule knows; it shows on every trial balance until a rule does.</summary>
    public static ChartRule Fallback { get; } =
        new("*", FallbackNumber, "Not in the chart", LedgerAccountType.Asset);

    /// <summary>Its rules with those of the default that it does not replace, by account number and role.</summary>
    public ImmutableArray<ChartRule> Rules =>
    [
        .. _rules.Concat(Default._rules.Where(given => _rules.All(rule => rule.Role != given.Role)))
            .OrderBy(rule => rule.Number, StringComparer.Ordinal)
            .ThenBy(rule => rule.Role, StringComparer.Ordinal),
    ];

    /// <summary>A chart of rules that were checked with <see cref="FaultIn"/>.</summary>
    public static ChartOfAccounts Of(ImmutableArray<ChartRule> rules)
    {
        Primitives.Invariant.Holds(FaultIn(rules) is null, "a chart of accounts is sound");
        return new ChartOfAccounts(rules);
    }

    /// <summary>
    /// The account that plays a role: the exact rule, else the rule of its family, else the fallback.
    /// </summary>
    public ChartRule For(string role) => Find(_rules, role) ?? Find(Default._rules, role) ?? Fallback;

    /// <summary>Whether a rule knows the role.</summary>
    public bool Knows(string role) => For(role) != Fallback;

    /// <summary>The first rule that is not sound, by its place, and why; null for a sound chart.</summary>
    public static (int Index, string Rule)? FaultIn(ImmutableArray<ChartRule> rules)
    {
        if (rules.Length > RuleCountMax)
            return (RuleCountMax, $"a chart has at most {RuleCountMax} rules");
        var accounts = new Dictionary<string, (string Name, LedgerAccountType Type)>(StringComparer.Ordinal);
        var roles = new HashSet<string>(StringComparer.Ordinal);
        for (var i = 0; i < rules.Length; i++)
        {
            if (FaultOf(rules[i]) is { } fault)
                return (i, fault);
            if (!roles.Add(rules[i].Role))
                return (i, $"the role '{rules[i].Role}' has a rule already");
            var (number, account) = (rules[i].Number, (rules[i].Name, rules[i].Type));
            if (accounts.TryGetValue(number, out var other) && other != account)
                return (i, $"the account {number} has another name or type in a rule before");
            accounts[number] = account;
        }
        return SharedControl(new ChartOfAccounts(rules));
    }

    private static string? FaultOf(ChartRule rule)
    {
        if (!LedgerRoles.IsKnown(rule.Role))
            return $"no posting rule books '{rule.Role}'";
        if (rule.Number is not { Length: >= 1 and <= 16 }
            || !rule.Number.All(c => char.IsAsciiLetterOrDigit(c) || c == '-')
            || !char.IsAsciiDigit(rule.Number[0]))
        {
            return "a number has 1 to 16 letters, digits or '-' and begins with a digit";
        }
        if (rule.Number == FallbackNumber)
            return $"the account {FallbackNumber} is kept for roles that are in no chart";
        if (string.IsNullOrWhiteSpace(rule.Name) || rule.Name.Length > 100 || rule.Name.Any(char.IsControl))
            return "a name has 1 to 100 characters";
        return IsRightSide(rule) ? null : $"'{rule.Role}' cannot be of type {rule.Type}";
    }

    // Receivables are had and unapplied cash is owed, whatever a chart calls them.
    private static bool IsRightSide(ChartRule rule) =>
        !LedgerRoles.Control.Contains(rule.Role, StringComparer.Ordinal)
        || rule.Type == (rule.Role == PostingRules.Receivables ? LedgerAccountType.Asset : LedgerAccountType.Liability);

    // A control account that something else is booked to as well would never tie to its subledger. The place is that of
    // the chart's own rule; a chart may also run into an account of the default.
    private static (int Index, string Rule)? SharedControl(ChartOfAccounts chart)
    {
        var rules = chart.Rules;
        foreach (var control in LedgerRoles.Control)
        {
            var number = chart.For(control).Number;
            if (rules.FirstOrDefault(rule => rule.Number == number && rule.Role != control) is { } other)
            {
                var at = chart._rules.IndexOf(other);
                return (at >= 0 ? at : chart._rules.Length - 1, $"the account {number} of '{control}' is its alone");
            }
        }
        return SplitAccount(chart);
    }

    // An account of the default that is not replaced must not bear another name in the chart.
    private static (int Index, string Rule)? SplitAccount(ChartOfAccounts chart)
    {
        for (var i = 0; i < chart._rules.Length; i++)
        {
            var own = chart._rules[i];
            if (chart.Rules.Any(rule => rule.Number == own.Number && (rule.Name, rule.Type) != (own.Name, own.Type)))
                return (i, $"the account {own.Number} has another name or type in the default chart");
        }
        return null;
    }

    private static ChartRule? Find(ImmutableArray<ChartRule> rules, string role) =>
        rules.FirstOrDefault(rule => rule.Role == role)
        ?? rules.Where(rule => LedgerRoles.Covers(rule.Role, role)).MaxBy(rule => rule.Role.Length);
}
