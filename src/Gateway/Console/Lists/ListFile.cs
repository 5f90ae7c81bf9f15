namespace BillingActors.Gateway.Console.Lists;

/// <summary>A kind of file a list is exported as.</summary>
/// <param name="Name">Its name, which is also its ending.</param>
/// <param name="Title">What people call it.</param>
/// <param name="ContentType">What it is on the wire.</param>
/// <param name="Write">Writes a list; answers how many rows it wrote.</param>
internal sealed record ListFile(
    string Name,
    string Title,
    string ContentType,
    Func<ListExport, Stream, CancellationToken, Task<long>> Write)
{
    /// <summary>All of them.</summary>
    public static IReadOnlyList<ListFile> All { get; } =
    [
        new("csv", "CSV", "text/csv; charset=utf-8", CsvFile.Write),
        new("xlsx", "Excel", "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet", ExcelFile.Write),
    ];
}
