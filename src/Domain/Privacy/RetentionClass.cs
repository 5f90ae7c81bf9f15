namespace BillingActors.Domain.Privacy;

/// <summary>A kind of record and how long the law wants it kept.</summary>
/// <param name="Name">documents, reads, notes or calls.</param>
/// <param name="Years">Whole years after the end of the year the record is of, 0 to 30.</param>
public sealed record RetentionClass(string Name, int Years)
{
    /// <summary>Invoices, credit memos and what was paid on them.</summary>
    public const string Documents = "documents";

    /// <summary>What people wrote down about accounts.</summary>
    public const string Notes = "notes";

    /// <summary>The most a class may ask for.</summary>
    public const int YearsMax = 30;
}
