using System.Text.Json;
using BillingActors.Domain.Primitives;

namespace BillingActors.Storage.Verification;

/// <summary>Tells faults of what is stored from faults of the program or the database.</summary>
internal static class StoredBytes
{
    /// <summary>Whether bytes that are not what was written explain the fault.</summary>
    public static bool AreTheCauseOf(Exception fault) => fault is
        JsonException or BrokenInvariantException or FormatException or OverflowException or ArgumentException
        or IndexOutOfRangeException or NotSupportedException or InvalidOperationException or NullReferenceException;
}
