using NodaTime;

namespace BillingActors.Domain.Cash;

/// <summary>Money that is about to be set against items.</summary>
/// <param name="ApplicationId">Application it becomes.</param>
/// <param name="AvailableMinor">How much there is.</param>
/// <param name="ValueOn">From when it counts as paid.</param>
/// <param name="On">When it is set against them.</param>
/// <param name="IsRestKept">Whether what nobody names is kept.</param>
internal sealed record PlannedMoney(
    string ApplicationId, long AvailableMinor, LocalDate ValueOn, LocalDate On, bool IsRestKept)
{
    /// <summary>How it is to find what it pays.</summary>
    public Allocation Allocation { get; init; }

    /// <summary>What the payer wrote.</summary>
    public string? Reference { get; init; }
}
