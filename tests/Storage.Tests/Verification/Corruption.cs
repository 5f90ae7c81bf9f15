namespace BillingActors.Storage.Tests.Verification;

/// <summary>One change behind the stores' back, and exactly what a verification must say of it.</summary>
/// <param name="Table">The table that is changed.</param>
/// <param name="Sql">The change; <c>{0}</c> is what <paramref name="Fill"/> makes.</param>
/// <param name="Named">What is named, as "code subject", in the order of the report.</param>
/// <param name="Fill">An expression that each database writes in its own way, or null.</param>
internal sealed record Corruption(
    string Table, string Sql, string[] Named, Func<VerifiedDatabase, string>? Fill = null)
{
    public string SqlFor(VerifiedDatabase database) =>
        Fill is null ? Sql : Sql.Replace("{0}", Fill(database), StringComparison.Ordinal);
}
