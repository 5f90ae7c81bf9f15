using System.Collections.Immutable;
using BenchmarkDotNet.Attributes;
using BillingActors.Domain.Accounts;
using BillingActors.Domain.Invoicing;
using BillingActors.Domain.Primitives;

namespace BillingActors.Micro;

/// <summary>The pure part of a bill: calculate, hash the inputs, close, fold.</summary>
[MemoryDiagnoser]
public class ClosingBenchmarks
{
    private readonly ClosingInputs _inputs = Inputs.Closing(Inputs.ByRegister);
    private readonly IssueInvoice _issue = Inputs.Issue(Inputs.ByRegister);
    private readonly ImmutableArray<AccountEvent> _events = Inputs.ThirteenEvents();

    [Benchmark(Description = "calculate a closing")]
    public CalculatedBill Calculate() => CycleCalculation.Calculate(Inputs.Account, _inputs);

    [Benchmark(Description = "hash its inputs")]
    public string Hash() => InputHash.Of(Inputs.Account, _inputs);

    [Benchmark(Description = "close the cycle")]
    public Decision<AccountEvent> Close() => CycleClosing.Decide(Inputs.Account, _issue);

    [Benchmark(Description = "fold 13 events")]
    public Account Fold() => Inputs.Fold(Account.None, _events);
}
