using System.Diagnostics;
using System.Globalization;
using BillingActors.Storage.Accounts;

namespace BillingActors.Storage.Tests.Verification;

/// <summary>How long a verification takes; run by hand, an environment variable says for how many accounts.</summary>
public sealed class VerificationRate(ITestOutputHelper output)
{
    private const string Variable = "BILLING_VERIFY_ACCOUNTS";
    private const int PageCount = 2000;
    private const int BillCount = 11;

    [Fact(Explicit = true)]
    public Task On_sqlite() => Measure(new SqliteVerifiedDatabase());

    [Fact(Explicit = true)]
    public Task On_postgres() => Measure(new PostgresVerifiedDatabase());

    /// <summary>Thirteen events each: opened, a contract, and eleven months billed.</summary>
    private async Task Measure(VerifiedDatabase database)
    {
        var cancellation = TestContext.Current.CancellationToken;
        var given = Environment.GetEnvironmentVariable(Variable);
        var count = given is null ? 20_000 : int.Parse(given, CultureInfo.InvariantCulture);
        await using (database)
        {
            await database.Start();
            for (var first = 0; first < count; first += PageCount)
                await Fill(database, first, Math.Min(PageCount, count - first), cancellation);
            var (clock, worked) = (Stopwatch.StartNew(), Process.GetCurrentProcess().TotalProcessorTime);

            var report = await database.Verification.Run(null, cancellation);

            clock.Stop();
            using var process = Process.GetCurrentProcess();
            var (peak, cpu) = (process.PeakWorkingSet64 >> 20, (process.TotalProcessorTime - worked).TotalSeconds);
            output.WriteLine(string.Create(
                CultureInfo.InvariantCulture,
                $"{count} accounts x 13 events in {clock.Elapsed.TotalSeconds:F1} s, "
                + $"{cpu:F1} s of processor, peak {peak} MiB"));
            Assert.True(report.Holds);
        }
    }

    private static async Task Fill(VerifiedDatabase database, int first, int count, CancellationToken cancellation)
    {
        var store = database.Stores.Accounts;
        var opened = Enumerable.Range(first, count)
            .Select(i => Ledgers.Open(Ledgers.Key(i.ToString("D7", CultureInfo.InvariantCulture))));
        var accounts = (await store.AppendPage([.. opened], null, cancellation)).Stored;
        for (var bill = 0; bill < BillCount; bill++)
        {
            AccountCommit[] bills = [.. accounts.Select(account => Ledgers.Bill(account))];
            accounts = (await store.AppendPage(bills, null, cancellation)).Stored;
        }
    }
}
