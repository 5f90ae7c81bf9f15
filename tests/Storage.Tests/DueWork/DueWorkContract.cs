using BillingActors.Storage.DueWork;
using BillingActors.Storage.Imports;
using BillingActors.Storage.Tests.Imports;
using BillingActors.Storage.Tests.Stores;

namespace BillingActors.Storage.Tests.DueWork;

/// <summary>What every table of due work promises, whatever lies below it.</summary>
public abstract class DueWorkContract(StoreSet stores) : StoreContract(stores)
{
    [Theory]
    [InlineData(1)]
    [InlineData(4)]
    [InlineData(7)]
    public async Task Every_item_is_in_one_shard_whatever_their_number(int shardCount)
    {
        var imports = await Task.WhenAll(Enumerable.Range(0, 12).Select(i => Accepted($"I-{Id}-{i}", At)));

        var shards = await Task.WhenAll(Enumerable.Range(0, shardCount).Select(
            shard => Stores.DueWork.Due(shard, shardCount, At, 10_000, Cancellation)));

        Same(
            imports.Order(StringComparer.Ordinal),
            shards.SelectMany(items => items.Select(item => item.Key)).Where(imports.Contains)
                .Order(StringComparer.Ordinal));
        Assert.All(shards.Select((items, i) => (items, i)), shard => Assert.All(
            shard.items, item => Assert.Equal(shard.i, ShardKey.Of(item.Key) % shardCount)));
    }

    [Fact]
    public async Task What_is_due_later_waits_and_the_oldest_comes_first()
    {
        var year = At.AddYears(-20);
        var (later, first) = (await Accepted($"I-{Id}-b", year.AddHours(1)), await Accepted($"I-{Id}-a", year));

        Assert.Empty(await Stores.DueWork.Due(0, 1, year.AddSeconds(-1), 10, Cancellation));
        Assert.Equal(
            [new DueItem("import", first, year), new DueItem("import", later, year.AddHours(1))],
            await Stores.DueWork.Due(0, 1, year.AddHours(1), 2, Cancellation));
        Assert.Single(await Stores.DueWork.Due(0, 1, year.AddHours(1), 1, Cancellation));
    }

    [Fact]
    public void A_shard_never_changes() => Assert.Equal(0x4BF5_122F % 0x8000_0000, ShardKey.Of("\u0001"));

    private async Task<string> Accepted(string import, DateTimeOffset at)
    {
        await Stores.Imports.Begin(Files.Header(import, at), Cancellation);
        await Stores.Imports.Stage(new StagedBatch(import, 0, Files.Items(1)), Cancellation);
        await Stores.Imports.Accept(import, "ab", 1, Cancellation);
        return import;
    }
}
