using System.Globalization;
using BillingActors.Cli.Client;
using BillingActors.Cli.Embedded;
using BillingActors.Grains.Interfaces.Accounts;
using BillingActors.Storage;
using BillingActors.Storage.BillRuns;
using BillingActors.Storage.Privacy;
using BillingActors.Storage.Verification;
using Microsoft.Extensions.DependencyInjection;

namespace BillingActors.Gateway.Tests.EndToEnd;

/// <summary>
/// The program is killed in the middle of a run and started again: the run goes on by itself, nothing is lost or
/// doubled. <c>BILLING_TEST_ROUNDS</c> says at how many places of each point.
/// </summary>
public abstract partial class KillContract(ApprovedMarket market)
{
    private const int FirstTime = 3;

    /// <summary>Every named point of a release, one after the other in the life of one run.</summary>
    protected static string EveryReleasePointInTurn => string.Join(
        ',',
        CrashPoints.BeforeWrite + ":3",
        CrashPoints.AfterWriteBeforeCommit + ":2",
        CrashPoints.AfterCommitBeforeReply + ":2",
        CrashPoints.MiddleOfRelease);

    /// <summary>Every named point of a release.</summary>
    protected static string[] EveryReleasePoint =>
    [
        CrashPoints.BeforeWrite, CrashPoints.AfterWriteBeforeCommit, CrashPoints.AfterCommitBeforeReply,
        CrashPoints.MiddleOfRelease,
    ];

    /// <summary>Whether there is time for more than what every change must survive.</summary>
    protected static bool IsThorough => RoundCount > 1;

    private static int RoundCount => int.Parse(
        Environment.GetEnvironmentVariable("BILLING_TEST_ROUNDS") ?? "1", CultureInfo.InvariantCulture);

    /// <summary>A place of each point, and in every further round another.</summary>
    protected static TheoryDataRow<string>[] Rounds(params string[] points) =>
        [.. from round in Enumerable.Range(0, RoundCount)
            from point in points
            select new TheoryDataRow<string>(
                string.Create(CultureInfo.InvariantCulture, $"{point}:{FirstTime + (round % 4)}"))];

    /// <summary>
    /// A release that was killed goes on and bills everybody once. Of several places, separated by commas, it is killed
    /// at the next while it goes on by itself.
    /// </summary>
    protected async Task Release(string crashAt)
    {
        var storage = await market.Copy();
        var places = crashAt.Split(',');
        await Kill(storage, places[0], "release");
        foreach (var place in places[1..])
        {
            var (code, said) = await BillingProgram.Die(storage, place);
            Assert.True(code == BillingProgram.Killed, $"{place}: ended with {code}: {said}");
        }
        Assert.InRange(await Issued(storage), 1, ApprovedMarket.AccountCount - 1);

        await using (var program = await BillingProgram.Serve(storage))
        {
            using var desk = Desk(program);
            var run = await desk.Until(market.RunId, "closed");
            Assert.Equal(ApprovedMarket.AccountCount, run.IssuedCount);
            await AssertInvoices(desk.Operator);
        }
        await AssertVerified(storage);
    }

    /// <summary>A calculation that was killed goes on to reconciled and can be billed.</summary>
    protected async Task Calculate(string crashAt)
    {
        var storage = await market.Copy();
        await Kill(storage, crashAt, "recalculate");

        await using (var program = await BillingProgram.Serve(storage))
        {
            using var desk = Desk(program);
            var run = await desk.Until(market.RunId, "reconciled");
            Assert.Equal((ApprovedMarket.AccountCount, 0), (run.CalculatedCount, run.HeldCount));
            await MarketDesk.Step(desk.Supervisor, market.RunId, "approve");
            await MarketDesk.Step(desk.Operator, market.RunId, "release");
            await desk.Until(market.RunId, "closed");
            await AssertInvoices(desk.Operator);
        }
        await AssertVerified(storage);
    }

    private async Task Kill(StorageOptions storage, string crashAt, string step)
    {
        await using var program = await BillingProgram.Serve(storage, crashAt);
        using var desk = Desk(program);
        try
        {
            await MarketDesk.Step(desk.Operator, market.RunId, step);
        }
        catch (Exception gone) when (gone is UnreachableException or HttpRequestException or IOException)
        {
            // It died before it could answer; that is one of the ways to find out nothing.
        }
        var code = await program.End();
        Assert.True(code == BillingProgram.Killed, $"ended with {code}: {program.Said}");
    }

    private async Task<long> Issued(StorageOptions storage)
    {
        await using var database = await OfflineDatabase.Open(storage, Http.Cancellation);
        return (await database.Get<IBillRunStore>().CountIssued(market.RunId, Http.Cancellation)).InvoiceCount;
    }

    private async Task AssertInvoices(GatewayClient who)
    {
        var invoices = new List<InvoiceRow>();
        await foreach (var row in who.Rows<InvoiceRow>(Paths.Run(market.RunId, "/invoices"), Http.Cancellation))
            invoices.Add(row);
        var billed = invoices.DistinctBy(row => row.AccountId, StringComparer.Ordinal).Count();
        Assert.Equal(ApprovedMarket.AccountCount, billed);
        var numbers = invoices.Select(row => row.Number[(row.Number.LastIndexOf('-') + 1)..])
            .Select(number => int.Parse(number, CultureInfo.InvariantCulture));
        Assert.Equal(Enumerable.Range(1, ApprovedMarket.AccountCount), numbers.Order());
    }

    // Here and not by the verb, which others run: a process more for each kill would take longer than all it looks at.
    private static async Task AssertVerified(StorageOptions storage)
    {
        await using var services = new ServiceCollection().AddLogging().AddSingleton(TimeProvider.System)
            .AddStorage(storage, new PrivacyOptions { MasterKey = BillingProgram.MasterKey }).BuildServiceProvider();
        var report = await services.GetRequiredService<IVerification>().Run(null, Http.Cancellation);
        Assert.NotEmpty(report.Checks);
        Assert.All(report.Checks, check => Assert.True(check.Holds, $"{check.Code}: {check.Faults.FirstOrDefault()}"));
    }

    private MarketDesk Desk(BillingProgram program) => new(program.Address, market.OperatorKey, market.SupervisorKey);
}
