using System.Collections.Immutable;
using System.Text;
using BillingActors.Domain.Accounts;
using BillingActors.Domain.Charging;
using BillingActors.Domain.Primitives;
using BillingActors.Storage.Accounts;
using BillingActors.Storage.Charging;
using BillingActors.Storage.Reports;
using BillingActors.Storage.Tests.Accounts;
using BillingActors.Storage.Tests.Stores;
using NodaTime;
using Period = BillingActors.Domain.Primitives.Period;

namespace BillingActors.Storage.Tests.Charging;

/// <summary>What the store of rated records promises, over every database.</summary>
public abstract class UsageStoreContract(StoreSet stores) : StoreContract(stores)
{
    private const string Number = CallTariff.Number;

    private static readonly Period January = new(new LocalDate(2025, 1, 1), new LocalDate(2025, 2, 1));

    private static readonly UsageContext Given = CallTariff.Of("home");

    /// <summary>A condition: the column holds the bytes.</summary>
    protected abstract string Holds(string column, string hex);

    private string Key => $"E1/A.{Id}";

    [Fact]
    public async Task What_was_rated_is_read_for_the_bill_and_lies_sealed()
    {
        var account = await Opened();
        account = await Take(account, CallTariff.Call("1", 60m), CallTariff.Call("2", 30m));
        await Take(account, CallTariff.Call("3", 30m) with { Id = "3" });

        var found = await Records(January.From, January.Until);

        Assert.Equal(["1", "2", "3"], found.SelectMany(one => one.Kept.Records).Select(record => record.Id));
        Assert.Equal(Number, found[0].Kept.Records[0].Call!.To);
        Assert.Empty(await Records(January.Until, January.Until.PlusMonths(1)));
        var rated = await Stores.Usage.Rated(Key, 0, 10, Cancellation);
        Assert.Equal([0.6m, 0.3m, 0.3m], rated.SelectMany(one => one.Rated.Parts[0].Records).Select(one => one.Amount));
        Assert.Single(await Stores.Usage.Rated(Key, rated[0].Version, 10, Cancellation));
        Assert.Equal(0, await Stores.Sql(
            $"select count(*) from account_event where account_key = '{Key}' and {Contains("body")}"));
        Assert.Equal(0, await Stores.Sql(
            $"select count(*) from usage_record where account_key = '{Key}' and {Contains("payload")}"));
    }

    [Fact]
    public async Task Keys_of_a_billed_period_are_kept_apart_with_its_bill()
    {
        var account = await Take(await Opened(), CallTariff.Call("1", 60m), CallTariff.Call("2", 30m));
        Assert.Equal(0, UsageIds.CountOf(await Stores.Usage.Keys(Key, "CT-1", January, Cancellation)));

        account = await Append(Turns.Bill(account));

        var keys = await Stores.Usage.Keys(Key, "CT-1", January, Cancellation);
        Assert.Equal(2, UsageIds.CountOf(keys));
        Assert.Equal(0, account.State.Contract("CT-1")!.Usage!.Periods[0].Ids.Length);
        var again = UsageRating.Decide(account.State, new UsageBatch([CallTariff.Call("1", 60m)]), Given with
        {
            StoredIds = Given.StoredIds.Add(("CT-1", January), keys),
        });
        Assert.Equal(1, again.DuplicateCount);
        var late = await Take(account, CallTariff.Call("4", 60m));
        var kept = await Records(January.From, January.Until);
        Assert.Equal(late.Version, Assert.Single(kept, one => one.Kept.IsLate).Kept.Version);
    }

    [Fact]
    public async Task What_is_set_aside_waits_on_the_worklist_until_it_is_settled()
    {
        var account = await Opened();
        await Take(account, CallTariff.Call("1", 60m, "33"), CallTariff.Call("2", 60m));

        var waiting = Assert.Single(await Stores.Usage.SetAside(Key, "", 10, Cancellation));
        var row = Assert.Single(await Waiting());

        Assert.Equal(("1", "33"), (waiting.Id, waiting.Call!.To));
        Assert.Equal(("usage-record", "unknown-destination", "switch/1"), (row.Kind, row.Code, row.Field));
        await Stores.Usage.Settle(Key, ["switch/1"], "ada", Cancellation);
        Assert.Empty(await Stores.Usage.SetAside(Key, "", 10, Cancellation));
        Assert.Empty(await Waiting());
    }

    [Fact]
    public async Task A_record_set_aside_again_is_one_row_with_its_newest_reason()
    {
        var account = await Take(await Opened(), CallTariff.Call("1", 60m, "33"));
        await Take(account, CallTariff.Call("1", 60m, "33") with { ContractId = "CT-9" });

        Assert.Equal("usage-contract-unclear", Assert.Single(await Waiting()).Code);
        Assert.Single(await Stores.Usage.SetAside(Key, "", 10, Cancellation));
    }

    [Fact]
    public async Task A_record_set_aside_is_read_by_its_name_and_shown_as_it_came()
    {
        await Take(await Opened(), CallTariff.Call("1", 60m, "33"), CallTariff.Call("2", 60m, "34"));

        Assert.Equal("2", Assert.Single(await Stores.Usage.SetAsideAs(Key, "switch/2", Cancellation)).Id);
        Assert.Empty(await Stores.Usage.SetAsideAs(Key, "switch/3", Cancellation));
        var row = (await Waiting()).Single(one => one.Field == "switch/2");
        var read = await Stores.Worklist.Read(row.Id, Cancellation);
        Assert.Contains("\"to\":\"34\"", read!.Raw, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_record_that_is_dropped_is_gone()
    {
        await Take(await Opened(), CallTariff.Call("1", 60m, "33"), CallTariff.Call("2", 60m, "34"));
        var row = (await Waiting()).Single(one => one.Field == "switch/1");

        Assert.True(await Stores.Worklist.Resolve(row.Id, "dropped", "ada", "a test call", Cancellation));
        Assert.False(await Stores.Worklist.Resolve(row.Id, "dropped", "ada", "a test call", Cancellation));

        Assert.Equal("2", Assert.Single(await Stores.Usage.SetAside(Key, "", 10, Cancellation)).Id);
        Assert.Null((await Stores.Worklist.Read(row.Id, Cancellation))!.Raw);
    }

    [Fact]
    public async Task A_record_that_is_not_kept_is_no_commit()
    {
        var account = await Opened();
        var outcome = UsageRating.Decide(account.State, new UsageBatch([CallTariff.Call("1", 60m)]), Given);

        await Assert.ThrowsAsync<BrokenInvariantException>(() =>
            Append(Turns.Commit(account, outcome.Decision.Events)));
    }

    private string Contains(string column) => Holds(column, Convert.ToHexString(Encoding.UTF8.GetBytes(Number)));

    private async Task<LoadedAccount> Opened()
    {
        var opened = await Append(Turns.Open(Key));
        return await Append(Turns.Commit(
            opened, [new AccountEvent.ContractStarted("CT-1", "SP-" + Id, "home", new LocalDate(2025, 1, 1), null)]));
    }

    private async Task<LoadedAccount> Take(LoadedAccount before, params ImmutableArray<UsageRecord> records)
    {
        var outcome = UsageRating.Decide(before.State, new UsageBatch(records), Given);
        return await Append(Turns.Commit(before, outcome.Decision.Events) with
        {
            Usage = await Stores.UsageEnvelopes.Seal(before.Key, before.Version, outcome, Cancellation),
        });
    }

    private Task<ImmutableArray<StoredUsage>> Records(LocalDate from, LocalDate until) =>
        Stores.Usage.Records([new UsageRecordQuery(Key, "CT-1", from, until)], Cancellation);

    private async Task<IEnumerable<Grains.Interfaces.Worklists.WorklistRow>> Waiting() =>
        (await Stores.Reports.Worklist(
            new EntityScope(["E1"]), new WorklistFilter("usage-record", "open"), 0, 500, Cancellation))
        .Where(row => row.AccountId == $"A.{Id}");

    private Task<LoadedAccount> Append(AccountCommit commit) => Stores.Accounts.Append(commit, Cancellation);
}
