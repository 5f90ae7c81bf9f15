using System.Reflection;
using BillingActors.Grains.Ingestion;
using BillingActors.Grains.Interfaces;
using BillingActors.Grains.Interfaces.Charging;
using BillingActors.Grains.Interfaces.Commands;
using BillingActors.Grains.Interfaces.Streams;
using BillingActors.Storage;
using BillingActors.Storage.Inbox;

namespace BillingActors.Grains.Tests.Ingestion;

/// <summary>What an account answers about usage, as the stream takes it.</summary>
public sealed class UsageConsumerTests
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("store-busy")]
    [InlineData("outcome-unknown")]
    public async Task An_account_whose_store_is_away_refuses_no_record(string code)
    {
        var fault = await Assert.ThrowsAnyAsync<Exception>(() => Deliver(code));

        Assert.True(StoreFaults.IsOutage(fault), fault.Message);
    }

    [Fact]
    public async Task What_an_account_refuses_is_refused()
    {
        var verdict = Assert.Single(await Deliver("account-unknown"));

        Assert.Equal((RecordFate.Refused, "account-unknown"), (verdict.Fate, verdict.Code));
    }

    private static Task<IReadOnlyList<RecordVerdict>> Deliver(string code)
    {
        var grains = DispatchProxy.Create<IGrainFactory, OneAccount>();
        ((OneAccount)(object)grains).Code = code;
        var use = new UsageEntry(
            "switch", "1", DateTimeOffset.UnixEpoch, "K", new CallUse(60, "61", "49"));
        return new UsageConsumer(null!, grains, TimeProvider.System).Deliver(
            "E/A",
            [
                new DeliveredRecord(
                    new InboxOffset(1, 0, 1, 0), "switch", "1", UsageRecordJson.Write(use), DateTimeOffset.UnixEpoch),
            ],
            Cancellation);
    }

    /// <summary>Has one account, which says no to everything.</summary>
    public class OneAccount : DispatchProxy
    {
        public string Code { get; set; } = "";

        protected override object? Invoke(MethodInfo? targetMethod, object?[]? args)
        {
            if (targetMethod!.Name != nameof(IGrainFactory.GetGrain))
                return Task.FromResult(Reply<UsageReceipt>.No(Code, "It does not work."));
            var account = DispatchProxy.Create<IAccountUsageGrain, OneAccount>();
            ((OneAccount)(object)account).Code = Code;
            return account;
        }
    }
}
