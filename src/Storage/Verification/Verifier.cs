using System.Collections.Concurrent;
using BillingActors.Storage.Privacy;

namespace BillingActors.Storage.Verification;

/// <summary>Runs every check on one consistent read of the books.</summary>
internal sealed class Verifier(
    Books books, MasterKey master, IProgress<VerificationProgress>? progress, CancellationToken cancellation)
{
    /// <summary>Events read into memory at a time; the rows that follow from them come with them.</summary>
    internal const int PageEventCount = 4000;

    private const int WorkerCountMax = 8;

    private const string CountAccounts = "select count(*) from account";

    private const string SelectUnderWay = "select import_id from import where state in ('accepted', 'working')";

    // A call whose parts are there is due until it was handed on.
    private const string SelectHeld =
        "select distinct source || '/' || call_id from held_call_part where payload is not null";

    private readonly Findings _findings = new();

    public VerificationReport Run(OutsideSeal? outside)
    {
        books.AreReadByKey(true);
        CheckAccounts();
        books.AreReadByKey(false);
        Step("service points", () => OccupancyVerification.Check(books, _findings, cancellation));
        Step("periods", () => PeriodVerification.Check(books, _findings, cancellation));
        Step("numbers", () => NumberVerification.Check(books, _findings, cancellation));
        Step("imports", () => ImportVerification.Check(books, _findings, cancellation));
        Step("cash", () => CashVerification.Check(books, _findings));
        Step("meters", () => MeterVerification.Check(books, _findings, cancellation));
        Step("runs", CheckRuns);
        Step("master", () => MasterVerification.Check(books, master, _findings, cancellation));
        Step("seals", () => new SealVerification(books, _findings, cancellation).Check(outside));
        return _findings.ToReport();
    }

    /// <summary>One thread at a time reads a page, under the enumerator's lock; the others compare theirs.</summary>
    private void CheckAccounts()
    {
        var total = books.Read(CountAccounts, row => row.GetInt64(0)).First();
        var (ledger, transfers, transit, done) = (new LedgerSums(), new TransferLegs(), new TransitTotals(), 0L);
        var pages = new AccountPages(books, PageEventCount).Read(cancellation);
        var options = new ParallelOptions
        {
            MaxDegreeOfParallelism = Math.Clamp(Environment.ProcessorCount, 1, WorkerCountMax),
            CancellationToken = cancellation,
        };
        Parallel.ForEach(Partitioner.Create(pages, EnumerablePartitionerOptions.NoBuffering), options, page =>
        {
            var verification = new AccountVerification(_findings, ledger, transfers, transit);
            foreach (var account in page)
                verification.Check(account);
            progress?.Report(new VerificationProgress("accounts", Interlocked.Add(ref done, page.Count), total));
        });
        ledger.Report(_findings);
        transfers.Report(_findings);
        transit.Report(books, transfers, _findings);
    }

    private void CheckRuns()
    {
        var runs = RunVerification.Check(books, _findings, cancellation);
        RunInvoiceVerification.Check(books, runs, _findings);
        var underWay = books.Read(SelectUnderWay, row => ("import", row.GetString(0))).ToHashSet();
        underWay.UnionWith(books.Read(SelectHeld, row => ("call", row.GetString(0))));
        underWay.UnionWith(runs.Where(run => run.Value?.Working is not null).Select(run => ("bill-run", run.Key)));
        var unreadable = runs.Where(run => run.Value is null).Select(run => run.Key).ToHashSet(StringComparer.Ordinal);
        DueWorkVerification.Check(books, underWay, unreadable, _findings);
    }

    private void Step(string part, Action check)
    {
        cancellation.ThrowIfCancellationRequested();
        progress?.Report(new VerificationProgress(part, 0, null));
        check();
    }
}
