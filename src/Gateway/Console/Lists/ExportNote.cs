using BillingActors.Gateway.Console.Look;

namespace BillingActors.Gateway.Console.Lists;

/// <summary>What the audit trail says of a file that is made of a list.</summary>
internal static class ExportNote
{
    /// <summary>
    /// The kind of file, how many rows, with which filters. What was searched for may be a person's name, and stays out
    /// of the trail; that something was searched for does not.
    /// </summary>
    public static string Of(ListFile file, ListExport export, long count)
    {
        var filter = export.Query with { Text = export.Query.Text.Length == 0 ? "" : "*" };
        var rows = Words.Count(count, export.List.Noun.One, export.List.Noun.Many);
        return $"{file.Name}, {rows}, {filter.ToAddress()}".TrimEnd(' ', ',');
    }
}
