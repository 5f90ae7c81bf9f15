using System.Globalization;

namespace BillingActors.Storage.Sqlite;

/// <summary>Instants as "2025-01-31T10:20:30.000000Z": what SQLite keeps, and what sorts as it reads.</summary>
internal static class IsoInstant
{
    /// <summary>The database's own clock in the same form, for rows whose time nobody brings.</summary>
    public const string Now = "strftime('%Y-%m-%dT%H:%M:%f', 'now') || '000Z'";

    private const string Form = "yyyy-MM-dd'T'HH:mm:ss.ffffff'Z'";

    public static string Format(DateTimeOffset at) => at.UtcDateTime.ToString(Form, CultureInfo.InvariantCulture);

    public static DateTimeOffset Parse(string text) => DateTimeOffset.ParseExact(
        text, Form, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal | DateTimeStyles.AdjustToUniversal);

    public static DateTimeOffset? ParseOrNull(string? text) => text is null ? null : Parse(text);
}
