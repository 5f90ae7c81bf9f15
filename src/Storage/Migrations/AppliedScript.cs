namespace BillingActors.Storage.Migrations;

/// <summary>A script that a database says was applied to it.</summary>
internal sealed record AppliedScript(int Number, string Name, string Checksum)
{
    /// <summary>What asks for all of them, in order.</summary>
    public const string Select = "select number, name, checksum from schema_migration order by number";
}
