using BillingActors.Storage;

namespace BillingActors.Cli.Embedded;

/// <summary>Makes the place of an embedded database.</summary>
internal static class DatabaseDirectory
{
    /// <summary>Makes the directory of the SQLite file where it is absent.</summary>
    public static void MakeDirectory(this StorageOptions storage)
    {
        if (storage.Provider == StorageOptions.Sqlite)
            Directory.CreateDirectory(Path.GetDirectoryName(Path.GetFullPath(storage.Path))!);
    }
}
