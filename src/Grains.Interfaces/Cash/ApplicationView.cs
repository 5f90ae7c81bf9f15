using System.Collections.Immutable;

namespace BillingActors.Grains.Interfaces.Cash;

/// <summary>Money set against items: the shares are cash, discount and difference together.</summary>
/// <param name="ApplicationId">Application.</param>
/// <param name="By">wish, exact-item, clear-account, clear-past-due, oldest-first or pro-rata.</param>
/// <param name="On">When.</param>
/// <param name="CashMinor">What of the receipt it took.</param>
/// <param name="DiscountMinor">Cash discount granted with it, tax included.</param>
/// <param name="DifferenceMinor">Small difference let go; negative where it was kept.</param>
/// <param name="Shares">What was settled of which item.</param>
[GenerateSerializer, Immutable, Alias("application-view")]
public sealed record ApplicationView(
    [property: Id(0)] string ApplicationId,
    [property: Id(1)] string By,
    [property: Id(2)] DateOnly On,
    [property: Id(3)] long CashMinor,
    [property: Id(4)] long DiscountMinor,
    [property: Id(5)] long DifferenceMinor,
    [property: Id(6)] ImmutableArray<SettledShare> Shares);
