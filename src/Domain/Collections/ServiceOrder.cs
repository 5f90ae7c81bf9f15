using NodaTime;

namespace BillingActors.Domain.Collections;

/// <summary>An order to disconnect or reconnect a service point.</summary>
public sealed record ServiceOrder(
    string Id, ServiceOrderKind Kind, string ContractId, string ServicePointId, LocalDate OrderedOn)
{
    /// <summary>What became of it.</summary>
    public ServiceOrderStatus Status { get; init; }

    /// <summary>When it was carried out or taken back.</summary>
    public LocalDate? EndedOn { get; init; }
}
