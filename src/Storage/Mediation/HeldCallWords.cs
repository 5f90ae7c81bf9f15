using System.Globalization;
using BillingActors.Domain.Mediation;

namespace BillingActors.Storage.Mediation;

/// <summary>What the worklist and due work say of long calls.</summary>
internal static class HeldCallWords
{
    public const string Actor = "mediation";

    /// <summary>Name of a call over all sources.</summary>
    public static string NameOf(string source, string callId) => $"{source}/{callId}";

    public static string Detail(HeldCall call, DateTimeOffset dueAt)
    {
        var parts = call.Parts.Length == 1 ? "Part" : "Parts";
        var due = dueAt.UtcDateTime.ToString("yyyy-MM-dd HH:mm", CultureInfo.InvariantCulture);
        return $"{parts} {call.Tell()} came; without the rest the call is closed at {due}Z.";
    }

    public static string StateOf(bool isComplete) => isComplete ? "joined" : "closed";

    public static string ResolutionOf(bool isComplete) =>
        isComplete ? "all parts came" : "closed with the parts that came";
}
