namespace BillingActors.Storage.Verification;

/// <summary>Numbers of documents, series by series, against the last number drawn.</summary>
internal static class NumberVerification
{
    private const string SelectNumbers =
        "select entity_id, series, number from invoice order by entity_id, series, number";

    private const string SelectLast = "select entity_id, series, last from number_series";

    public static void Check(Books books, Findings findings, CancellationToken cancellation)
    {
        var drawn = books.Read(SelectLast, row => (Key: (row.GetString(0), row.GetString(1)), Last: row.GetInt64(2)))
            .ToDictionary(series => series.Key, series => series.Last);
        var (current, last) = (default((string Entity, string Series)), 0L);
        foreach (var (key, number) in books.Read(
            SelectNumbers, row => (Key: (row.GetString(0), row.GetString(1)), Number: row.GetInt64(2))))
        {
            cancellation.ThrowIfCancellationRequested();
            if (key != current)
            {
                End(current, last);
                (current, last) = (key, 0);
            }
            findings.Count(Rule.Numbers);
            if (number == last)
                Broken(key, $"number {number} is there twice");
            else if (number != last + 1)
                Broken(key, $"numbers {last + 1} to {number - 1} are missing");
            last = number;
        }
        End(current, last);
        foreach (var (key, end) in drawn)
            Broken(key, $"{end} numbers were drawn and no document bears one");

        void End((string Entity, string Series) series, long end)
        {
            if (series.Entity is null)
                return;
            if (!drawn.Remove(series, out var wanted) || wanted != end)
                Broken(series, $"the last number drawn is {wanted}, the last document's is {end}");
        }

        void Broken((string Entity, string Series) series, string detail) =>
            findings.Add(Rule.Numbers, $"{series.Entity}/{series.Series}", detail);
    }
}
