using System.Collections.Frozen;
using System.Collections.Immutable;
using BillingActors.Domain.Tariffs.Settings.Subscriptions;

namespace BillingActors.Domain.Tariffs.Settings;

/// <summary>Every named setting there is; the reference is written from it.</summary>
public static class SettingRegistry
{
    private static readonly FrozenDictionary<string, Setting> ByName =
        All.ToFrozenDictionary(static setting => setting.Name, StringComparer.Ordinal);

    /// <summary>All settings, in the order of the reference.</summary>
    public static ImmutableArray<Setting> All =>
    [
        .. MeteredSettings.All,
        .. NetMeteringSettings.All,
        .. PublishedRateSettings.All,
        .. DemandSettings.All,
        .. CallSettings.All,
        .. UsageSettings.All,
        .. ConversionSettings.All,
        .. SubscriptionSettings.All,
        .. QuantitySettings.All,
        .. TaxSettings.All,
        .. TotalSettings.All,
    ];

    /// <summary>The setting with the name, or null.</summary>
    public static Setting? Find(string name) => ByName.GetValueOrDefault(name);
}
