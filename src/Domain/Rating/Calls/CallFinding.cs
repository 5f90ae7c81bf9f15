using BillingActors.Domain.Tariffs.Calls;

namespace BillingActors.Domain.Rating.Calls;

/// <summary>
/// What prices a record, or why nothing does; neither for a call received at home, which costs nothing.
/// </summary>
/// <param name="Piece">The piece in which it began.</param>
/// <param name="Charge">The charge that prices it, or null.</param>
/// <param name="Destination">Index of its destination.</param>
/// <param name="Code">Code of the problem, or null.</param>
/// <param name="Detail">What is wrong, in words.</param>
internal readonly record struct CallFinding(
    CallPiece? Piece, PieceCharge? Charge, int Destination, string? Code = null, string? Detail = null)
{
    /// <summary>Nothing prices it, and the reason.</summary>
    public static CallFinding Problem(string code, string detail) => new(null, null, PrefixTable.None, code, detail);
}
