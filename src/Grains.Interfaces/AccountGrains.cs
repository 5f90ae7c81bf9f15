using System.Runtime.CompilerServices;

namespace BillingActors.Grains.Interfaces;

/// <summary>
/// Finds the grains of accounts; what they are called is worked out once and not by reflection each time.
/// </summary>
public static class AccountGrains
{
    private static readonly ConditionalWeakTable<IGrainFactory, Names> Known = [];

    /// <summary>The grain of an account by its key, "entity/account".</summary>
    public static IAccountGrain Account(this IGrainFactory grains, string key)
    {
        if (Known.TryGetValue(grains, out var names))
            return (IAccountGrain)grains.GetGrain(GrainId.Create(names.Grain, key), names.Interface);
        var account = grains.GetGrain<IAccountGrain>(key);
        if (account is GrainReference reference)
            Known.TryAdd(grains, new Names(reference.GrainId.Type, reference.InterfaceType));
        return account;
    }

    private sealed record Names(GrainType Grain, GrainInterfaceType Interface);
}
