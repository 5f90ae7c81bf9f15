using System.Collections.Immutable;
using System.Globalization;

namespace BillingActors.Storage.Inbox;

/// <summary>The rows of an operation as text: "partition.row.count", with blanks between.</summary>
internal static class OperationParts
{
    public static string Write(IEnumerable<InboxPart> parts) => string.Join(' ', parts.Select(part => string.Create(
        CultureInfo.InvariantCulture, $"{part.Partition}.{part.Row}.{part.Count}")));

    public static ImmutableArray<InboxPart> Read(string text) =>
    [
        .. text.Split(' ', StringSplitOptions.RemoveEmptyEntries).Select(part => part.Split('.')).Select(part =>
            new InboxPart(Number(part[0]), long.Parse(part[1], CultureInfo.InvariantCulture), Number(part[2]))),
    ];

    private static int Number(string text) => int.Parse(text, CultureInfo.InvariantCulture);
}
