using System.Runtime.CompilerServices;
using BillingActors.Domain.Accounts;
using BillingActors.Domain.Approvals;
using BillingActors.Domain.Budgets;
using BillingActors.Domain.Cash;
using BillingActors.Domain.Closing;
using BillingActors.Domain.Collections;
using BillingActors.Domain.Collectives;
using BillingActors.Domain.Credits;
using BillingActors.Domain.Deposits;
using BillingActors.Domain.Disputes;
using BillingActors.Domain.Primitives;
using BillingActors.Domain.Transfers;

namespace BillingActors.Domain.Tests.Books;

/// <summary>Every "no" to a receivable is reached by random lives, or it is said here why none is.</summary>
public sealed class RefusalCoverageTests
{
    private static readonly Type[] Rooms =
    [
        typeof(ApprovalRefusals), typeof(BudgetRefusals), typeof(CashRefusals), typeof(CollectionRefusals),
        typeof(CollectiveRefusals), typeof(CreditRefusals), typeof(DepositRefusals), typeof(DisputeRefusals),
        typeof(MemoRefusals), typeof(PeriodRefusals), typeof(TransferRefusals),
    ];

    private static readonly Type[] Decisions = [typeof(Decision<AccountEvent>), typeof(Decision<PeriodEvent>)];

    private static readonly Dictionary<string, string> Elsewhere = new(StringComparer.Ordinal)
    {
        ["batch-exists"] = "a batch is kept beside accounts: PaymentBatchGrain knows it by its id and hash",
        ["budget-kind-unknown"] = "a word on the wire; the domain has an enumeration",
        ["delegation-unknown"] = "who acts for whom is read from the legal entity, before the account decides",
        ["final-bill-held"] = "the grain asks for the reads of the final bill before the account decides",
        ["invoice-unknown"] = "the document is read from the archive before the account decides",
        ["not-an-invoice"] = "as above",
    };

    [Fact]
    public void Every_refusal_is_reached_or_said_to_be_decided_elsewhere()
    {
        var codes = Rooms.SelectMany(CodesOf).ToHashSet(StringComparer.Ordinal);
        var reached = BooksSimulationTests.ToReach;

        Assert.DoesNotContain(codes, code => !reached.Contains(code) && !Elsewhere.ContainsKey(code));
        Assert.DoesNotContain(Elsewhere.Keys, code => reached.Contains(code) || !codes.Contains(code));
    }

    [Fact]
    public void Every_decider_of_receivables_is_called_by_random_lives()
    {
        var called = CalledMethods.From(typeof(BooksSimulationTests).Assembly.GetTypes()
            .Where(type => type.Namespace == typeof(BooksSimulationTests).Namespace));
        var deciders = typeof(Account).Assembly.GetTypes()
            .Where(type => Rooms.Any(room => room.Namespace == type.Namespace))
            .SelectMany(type => type.GetMethods())
            .Where(method => method.IsStatic && Decisions.Contains(method.ReturnType))
            .ToList();

        Assert.NotEmpty(deciders);
        Assert.Empty(deciders.Where(decider => !called.Contains(decider))
            .Select(decider => $"{decider.DeclaringType!.Name}.{decider.Name}"));
        // The search does miss what nobody calls.
        Assert.DoesNotContain(
            typeof(AccountEvent.RefundApproved).GetConstructors().Single(made => made.GetParameters().Length > 1),
            called);
    }

    [Fact]
    public void No_decision_makes_an_event_that_is_outdated()
    {
        Assert.Empty(OutdatedEvents.All.Where(OutdatedEvents.IsMade));
        // The search does find an event that is made.
        Assert.True(OutdatedEvents.IsMade(typeof(AccountEvent.RefundPaid)));
    }

    private static IEnumerable<string> CodesOf(Type room) => room.GetMethods()
        .Where(made => made.IsStatic && made.ReturnType == typeof(Refusal))
        .Select(made => ((Refusal)made.Invoke(null, [.. made.GetParameters().Select(Any)])!).Code);

    private static object Any(System.Reflection.ParameterInfo parameter) => parameter.ParameterType == typeof(string)
        ? "x"
        : RuntimeHelpers.GetUninitializedObject(parameter.ParameterType);
}
