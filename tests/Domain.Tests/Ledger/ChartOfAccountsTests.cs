using System.Collections.Immutable;
using BillingActors.Domain.Ledger;
using BillingActors.Domain.Primitives;

namespace BillingActors.Domain.Tests.Ledger;

public sealed class ChartOfAccountsTests
{
    private static readonly ChartRule Own = new("receivables", "1400", "Debtors", LedgerAccountType.Asset);

    public static TheoryData<string, string, string, LedgerAccountType, string> Unsound { get; } = new()
    {
        { "slush-fund", "1", "Gone", LedgerAccountType.Asset, "no posting rule books 'slush-fund'" },
        { "revenue", "4000", "Revenue", LedgerAccountType.Income, "no posting rule books 'revenue'" },
        { "goodwill", "A1", "Goodwill", LedgerAccountType.Expense, "begins with a digit" },
        { "goodwill", "", "Goodwill", LedgerAccountType.Expense, "1 to 16" },
        { "goodwill", "9999", "Goodwill", LedgerAccountType.Expense, "is kept for roles that are in no chart" },
        { "goodwill", "5200", " ", LedgerAccountType.Expense, "a name has" },
        { "goodwill", "1200", "Trade receivables", LedgerAccountType.Asset, "of 'receivables' is its alone" },
        { "goodwill", "5100", "Goodwill", LedgerAccountType.Expense, "another name or type in the default chart" },
        { "receivables", "1200", "Debtors", LedgerAccountType.Income, "cannot be of type Income" },
        { "unapplied-cash", "2100", "Held", LedgerAccountType.Asset, "cannot be of type Asset" },
    };

    [Fact]
    public void The_default_knows_every_role_and_is_sound()
    {
        Assert.Null(ChartOfAccounts.FaultIn(ChartOfAccounts.Default.Rules));
        Assert.All(LedgerRoles.All, role => Assert.True(ChartOfAccounts.Default.Knows(role.Replace('*', 'x'))));
    }

    [Fact]
    public void The_most_exact_rule_wins_and_the_default_fills_what_is_left()
    {
        var chart = ChartOfAccounts.Of(
        [
            Own,
            new("revenue/*", "8000", "Sales", LedgerAccountType.Income),
            new("revenue/green", "8100", "Green sales", LedgerAccountType.Income),
        ]);

        Assert.Equal("1400", chart.For("receivables").Number);
        Assert.Equal("8100", chart.For("revenue/green").Number);
        Assert.Equal("8000", chart.For("revenue/greener").Number);
        Assert.Equal("2300", chart.For("tax/VAT").Number);
        Assert.Equal("8100", chart.Rules[^1].Number);
        Assert.DoesNotContain(chart.Rules, rule => rule.Number == "1200");
    }

    [Fact]
    public void A_role_that_no_rule_knows_is_booked_where_everybody_sees_it()
    {
        Assert.Equal(ChartOfAccounts.Fallback, ChartOfAccounts.Default.For("slush-fund"));
        Assert.False(ChartOfAccounts.Default.Knows("revenue/"));
    }

    [Theory, MemberData(nameof(Unsound))]
    public void An_unsound_rule_is_named(string role, string number, string name, LedgerAccountType type, string rule)
    {
        var fault = ChartOfAccounts.FaultIn([new(role, number, name, type)]);

        Assert.Equal(0, Assert.NotNull(fault).Index);
        Assert.Contains(rule, fault.Value.Rule, StringComparison.Ordinal);
    }

    [Fact]
    public void No_role_has_two_rules_and_no_account_two_names()
    {
        Assert.Equal((1, "the role 'receivables' has a rule already"), ChartOfAccounts.FaultIn([Own, Own]));
        ImmutableArray<ChartRule> split =
        [
            new("fees/*", "8200", "Fees", LedgerAccountType.Income),
            new("interest", "8200", "Interest", LedgerAccountType.Income),
        ];
        Assert.Equal((1, "the account 8200 has another name or type in a rule before"), ChartOfAccounts.FaultIn(split));
        Assert.Throws<BrokenInvariantException>(() => ChartOfAccounts.Of(split));
    }
}
