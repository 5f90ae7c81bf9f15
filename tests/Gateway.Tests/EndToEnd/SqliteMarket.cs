using BillingActors.Storage;

namespace BillingActors.Gateway.Tests.EndToEnd;

/// <summary>The approved market in an SQLite file.</summary>
public sealed class SqliteMarket : ApprovedMarket
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("billing-market-");
    private int _copies;

    public override Task<StorageOptions> Copy()
    {
        var folder = _folder.CreateSubdirectory($"copy-{Interlocked.Increment(ref _copies)}");
        foreach (var file in _folder.CreateSubdirectory("template").EnumerateFiles())
            file.CopyTo(Path.Combine(folder.FullName, file.Name));
        return Task.FromResult(At(folder));
    }

    protected override Task<StorageOptions> Make() => Task.FromResult(At(_folder.CreateSubdirectory("template")));

    protected override Task Clean()
    {
        _folder.Delete(recursive: true);
        return Task.CompletedTask;
    }

    private static StorageOptions At(DirectoryInfo folder) =>
        new() { Path = Path.Combine(folder.FullName, "billing.db") };
}
