using Orleans.Storage;

namespace BillingActors.Grains.Tests.Orleans;

/// <summary>What every grain storage promises, whatever lies below it.</summary>
internal static class States
{
    private const string Name = "counted";

    public static async Task Keep(IGrainStorage storage)
    {
        var grain = GrainId.Create("counted", Guid.NewGuid().ToString("N"));
        var mine = new GrainState<CountedState>();
        await storage.ReadStateAsync(Name, grain, mine);
        Assert.False(mine.RecordExists);
        Assert.Equal(0, mine.State!.Count);

        mine.State!.Count = 7;
        await storage.WriteStateAsync(Name, grain, mine);
        var others = await Read(storage, grain);
        Assert.Equal((7, true), (others.State!.Count, others.RecordExists));

        others.State!.Count = 8;
        await storage.WriteStateAsync(Name, grain, others);
        await Assert.ThrowsAsync<InconsistentStateException>(() => storage.WriteStateAsync(Name, grain, mine));
        await Assert.ThrowsAsync<InconsistentStateException>(() => storage.ClearStateAsync(Name, grain, mine));
        Assert.Equal(8, (await Read(storage, grain)).State!.Count);

        var beforeClearing = await Read(storage, grain);
        await storage.ClearStateAsync(Name, grain, others);
        Assert.Equal(0, others.State!.Count);
        Assert.Equal(0, (await Read(storage, grain)).State!.Count);
        await Assert.ThrowsAsync<InconsistentStateException>(
            () => storage.WriteStateAsync(Name, grain, beforeClearing));

        others.State!.Count = 9;
        await storage.WriteStateAsync(Name, grain, others);
        Assert.Equal(9, (await Read(storage, grain)).State!.Count);
        await Assert.ThrowsAsync<InconsistentStateException>(
            () => storage.WriteStateAsync(Name, grain, beforeClearing));
    }

    public static async Task<GrainState<CountedState>> Read(IGrainStorage storage, GrainId grain)
    {
        var state = new GrainState<CountedState>();
        await storage.ReadStateAsync(Name, grain, state);
        return state;
    }
}
