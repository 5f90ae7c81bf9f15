using BillingActors.Domain.Rating.State;
using BillingActors.Domain.Tariffs.Calls;

namespace BillingActors.Domain.Rating.Calls;

/// <summary>A record with all that was found for it: charge, destination, zone and the session before it.</summary>
/// <param name="Record">The record.</param>
/// <param name="Piece">The piece in which it began.</param>
/// <param name="Charge">The charge that prices it.</param>
/// <param name="Destination">Index of its destination.</param>
/// <param name="Zone">Roaming zone, or null at home.</param>
/// <param name="Session">What the session did before; null where it is the first record of it, or has none.</param>
internal readonly record struct CallCase(
    CallRecord Record, CallPiece Piece, PieceCharge Charge, int Destination, RoamingZone? Zone, CallSession? Session)
{
    public CallPlan Plan => Charge.Plan;

    public DestinationGroup Group => Plan.Destinations[Destination];

    /// <summary>What the session did before, where this record goes on with it.</summary>
    public CallSession? Before => Record.IsContinuation ? Session : null;
}
