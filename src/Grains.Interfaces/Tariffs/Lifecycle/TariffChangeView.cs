namespace BillingActors.Grains.Interfaces.Tariffs.Lifecycle;

/// <summary>One difference between two tariffs or two versions of one.</summary>
/// <param name="Path">Members and keys, such as "versions/2/charges/energy/price/price".</param>
/// <param name="Kind">changed, added or removed.</param>
/// <param name="Before">What it was, as JSON or, for a plain value, as text; absent where it was added.</param>
/// <param name="After">What it is; absent where it was removed.</param>
/// <param name="Words">The same in words.</param>
public sealed record TariffChangeView(string Path, string Kind, string? Before, string? After, string Words);
