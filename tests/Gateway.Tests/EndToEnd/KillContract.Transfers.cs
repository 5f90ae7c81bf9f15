using BillingActors.Cli.Client;
using BillingActors.Grains.Interfaces.Accounts;
using BillingActors.Grains.Interfaces.Cash;
using BillingActors.Grains.Interfaces.Commands;
using BillingActors.Grains.Interfaces.Transfers;
using BillingActors.Storage;

namespace BillingActors.Gateway.Tests.EndToEnd;

/// <summary>
/// The program is killed between the steps of a transfer: the first flush books a payment, the second sends it, the
/// third takes it in, the fourth notes that.
/// </summary>
public abstract partial class KillContract
{
    private const long PaidMinor = 1000;

    private static readonly TimeSpan TransferLongest = TimeSpan.FromSeconds(60);

    /// <summary>Places in a transfer that only a thorough run has time for.</summary>
    protected static string[] MoreOfTransfers =>
    [
        CrashPoints.AfterWriteBeforeCommit + ":2", CrashPoints.BeforeWrite + ":3",
        CrashPoints.AfterWriteBeforeCommit + ":4",
    ];

    /// <summary>A transfer that was killed between its steps arrives once.</summary>
    protected async Task Transfer(string crashAt)
    {
        var storage = await market.Copy();
        var order = Ask.Fresh() with { Reason = "paid to the wrong account" };
        var (from, to) = await KillTransfer(storage, crashAt, order);

        await using (var program = await BillingProgram.Serve(storage))
        {
            using var desk = Desk(program);
            // Whoever got no answer asks once more, with the same key.
            await Send(desk, from, to, order);
            await UntilDone(desk, from);
            Assert.Equal((0L, PaidMinor), (await Unapplied(desk, from), await Unapplied(desk, to)));
        }
        await AssertVerified(storage);
    }

    private async Task<(string From, string To)> KillTransfer(StorageOptions storage, string crashAt, Ask order)
    {
        await using var program = await BillingProgram.Serve(storage, crashAt);
        using var desk = Desk(program);
        var accounts = new List<AccountRow>();
        await foreach (var row in desk.Operator.Rows<AccountRow>("v1/accounts", Http.Cancellation))
            accounts.Add(row);
        var (from, to) = (KeyOf(accounts[0]), KeyOf(accounts[1]));
        var payment = new Payment(
            "R-1", "till", "cash", PaidMinor, accounts[0].Currency, new DateOnly(2025, 2, 3), IsOnAccount: true);
        await desk.Supervisor.Send<Receipt>(
            HttpMethod.Post, Paths.Account(from, "/payments"), payment, Ask.Fresh(), Http.Cancellation);
        try
        {
            await Send(desk, from, to, order);
        }
        catch (Exception gone) when (gone is UnreachableException or HttpRequestException or IOException)
        {
            // It died before it could answer.
        }
        var code = await program.End();
        Assert.True(code == BillingProgram.Killed, $"ended with {code}: {program.Said}");
        return (from, to);
    }

    private static Task Send(MarketDesk desk, string from, string to, Ask order) =>
        desk.Supervisor.Send<TransferReceipt>(
            HttpMethod.Post,
            Paths.Account(from, "/transfers"),
            new TransferOrder("T-1", to.Split('/')[1], "cash"),
            order,
            Http.Cancellation);

    private static async Task UntilDone(MarketDesk desk, string from)
    {
        using var limit = new CancellationTokenSource(TransferLongest);
        while (true)
        {
            var transfer = await desk.Supervisor.Get<TransferView>(
                Paths.Account(from, "/transfers/T-1"), limit.Token);
            if (transfer.State == "done")
                return;
            await Task.Delay(TimeSpan.FromMilliseconds(100), limit.Token);
        }
    }

    private static async Task<long> Unapplied(MarketDesk desk, string account) =>
        (await desk.Supervisor.Get<CashView>(Paths.Account(account, "/payments"), Http.Cancellation)).UnappliedMinor;

    private static string KeyOf(AccountRow row) => row.EntityId + "/" + row.AccountId;
}
