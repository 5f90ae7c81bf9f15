using System.Collections.Immutable;
using BillingActors.Grains.Interfaces.Disputes;

namespace BillingActors.Gateway.Console.Look;

/// <summary>
/// What people choose from at a dispute where the legal entity keeps no list of its own: the lists that then hold, as
/// the domain has them.
/// </summary>
internal static class DisputeCodes
{
    /// <summary>Why a customer may dispute.</summary>
    public static ImmutableArray<CodeName> Reasons { get; } =
    [
        new("price", "Wrong price or tariff"),
        new("quantity", "Wrong quantity or read"),
        new("estimate", "Estimated use is wrong"),
        new("not-delivered", "Service was not delivered"),
        new("quality", "Service was not as agreed"),
        new("duplicate", "Billed twice"),
        new("paid", "Paid already"),
        new("tax", "Wrong tax"),
        new("moved-out", "Moved out before"),
        new("other", "Another reason"),
    ];

    /// <summary>Where the fault was.</summary>
    public static ImmutableArray<CodeName> RootCauses { get; } =
    [
        new("none", "No fault found"),
        new("customer", "Misunderstanding of the customer"),
        new("master-data", "Wrong master data"),
        new("meter", "Meter or read at fault"),
        new("rating", "Wrong rating or tariff set-up"),
        new("order", "Order or contract entered wrongly"),
        new("service", "Service not delivered as agreed"),
        new("payment-posting", "Payment posted wrongly"),
        new("process", "Process or communication"),
    ];
}
