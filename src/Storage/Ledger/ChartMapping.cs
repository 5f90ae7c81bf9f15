using System.Collections.Immutable;
using BillingActors.Domain.Ledger;
using BillingActors.Grains.Interfaces.MasterData;

namespace BillingActors.Storage.Ledger;

/// <summary>Charts of accounts, wire ↔ domain.</summary>
public static class ChartMapping
{
    /// <summary>What is wrong with a chart, with its path, or null.</summary>
    public static (string Path, string Rule)? FaultIn(ChartRecord record)
    {
        if (record.Rules.IsDefault)
            return ("rules", "a list");
        for (var i = 0; i < record.Rules.Length; i++)
        {
            if (TypeOf(record.Rules[i].Type) is null)
                return ($"rules[{i}].type", "asset, liability, income or expense");
        }
        return ChartOfAccounts.FaultIn(RulesOf(record)) is var (index, rule) ? ($"rules[{index}]", rule) : null;
    }

    /// <summary>The chart of a record; the default where there is none.</summary>
    public static ChartOfAccounts ToDomain(ChartRecord? record) =>
        record is null ? ChartOfAccounts.Default : ChartOfAccounts.Of(RulesOf(record));

    /// <summary>All rules in force, those of the default included.</summary>
    public static ImmutableArray<ChartRuleRecord> RulesInForce(ChartRecord? record) =>
        [.. ToDomain(record).Rules.Select(rule => new ChartRuleRecord(
            rule.Role, rule.Number, rule.Name, NameOf(rule.Type)))];

    internal static string NameOf(LedgerAccountType type) => type.ToString().ToLowerInvariant();

    private static ImmutableArray<ChartRule> RulesOf(ChartRecord record) =>
        [.. record.Rules.Select(rule => new ChartRule(rule.Role, rule.Number, rule.Name, TypeOf(rule.Type)!.Value))];

    private static LedgerAccountType? TypeOf(string name) => name switch
    {
        "asset" => LedgerAccountType.Asset,
        "liability" => LedgerAccountType.Liability,
        "income" => LedgerAccountType.Income,
        "expense" => LedgerAccountType.Expense,
        _ => null,
    };
}
