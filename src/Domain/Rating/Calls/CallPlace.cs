using BillingActors.Domain.Tariffs.Calls.Choices;

namespace BillingActors.Domain.Rating.Calls;

/// <summary>Which piece, charge, destination and zone a call belongs to, by index.</summary>
/// <param name="Piece">Index of the piece of the service days.</param>
/// <param name="Charge">Index of the charge in its version.</param>
/// <param name="Destination">Index of the destination in the plan.</param>
/// <param name="Zone">Index of the zone in the plan, or -1 at home.</param>
/// <param name="Direction">Made or received.</param>
/// <param name="Period">Period in which it began, or null.</param>
internal readonly record struct CallPlace(
    int Piece, int Charge, int Destination, int Zone, CallDirection Direction, string? Period)
{
    /// <summary>Of a call that no charge prices, because it costs nothing.</summary>
    public static CallPlace None { get; } = new(-1, -1, -1, -1, CallDirection.In, null);
}
