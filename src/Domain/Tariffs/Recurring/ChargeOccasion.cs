using NodaTime;

namespace BillingActors.Domain.Tariffs.Recurring;

/// <summary>When something happens once: at the start, on a day, or when an event is reported.</summary>
public abstract record ChargeOccasion
{
    /// <summary>On the first day of the contract.</summary>
    public sealed record AtStart : ChargeOccasion;

    /// <summary>On a day.</summary>
    /// <param name="Day">The day.</param>
    public sealed record OnDay(LocalDate Day) : ChargeOccasion;

    /// <summary>When an event with the name is reported the first time, such as "acceptance".</summary>
    /// <param name="Name">Name of the event.</param>
    public sealed record OnEvent(string Name) : ChargeOccasion;
}
