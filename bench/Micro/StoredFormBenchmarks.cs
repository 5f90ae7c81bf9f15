using BenchmarkDotNet.Attributes;
using BillingActors.Domain.Accounts;
using BillingActors.Domain.Invoicing;
using BillingActors.Storage.Accounts;

namespace BillingActors.Micro;

/// <summary>Events, documents and snapshots to the bytes that are stored and chained, and back.</summary>
[MemoryDiagnoser]
public class StoredFormBenchmarks
{
    private static readonly AccountEvent.InvoiceIssued Issued =
        (AccountEvent.InvoiceIssued)CycleClosing.Decide(Inputs.Account, Inputs.Issue(Inputs.ByRegister)).Events[0];

    private static readonly Invoice Document = CycleClosing.DocumentOf(
        Inputs.Account, Issued, Inputs.Issue(Inputs.ByRegister).Plan, "INV", "A1");

    private static readonly Account Folded = Inputs.Fold(Account.None, Inputs.ThirteenEvents());

    private readonly byte[] _snapshot = AccountEventJson.Write(Folded);
    private readonly byte[] _event = AccountEventJson.Write(Issued);
    private readonly byte[] _document = AccountEventJson.Write(Document);

    [Benchmark(Description = "write an invoice event")]
    public byte[] WriteEvent() => AccountEventJson.Write(Issued);

    [Benchmark(Description = "read an invoice event")]
    public AccountEvent ReadEvent() => AccountEventJson.ReadEvent(_event);

    [Benchmark(Description = "write an invoice")]
    public byte[] WriteInvoice() => AccountEventJson.Write(Document);

    [Benchmark(Description = "read an invoice")]
    public Invoice ReadInvoice() => AccountEventJson.ReadInvoice(_document);

    [Benchmark(Description = "write a snapshot of 13 events")]
    public byte[] WriteSnapshot() => AccountEventJson.Write(Folded);

    [Benchmark(Description = "read a snapshot of 13 events")]
    public Account ReadSnapshot() => AccountEventJson.ReadAccount(_snapshot);

    [Benchmark(Description = "link of the hash chain")]
    public byte[] Link() => HashChain.Link(HashChain.Start.Span, Inputs.Key, Inputs.Envelope(3), _event);
}
