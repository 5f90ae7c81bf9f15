namespace BillingActors.Storage.Migrations;

/// <summary>
/// The schema of the database and the scripts of this program do not fit together; nothing was changed.
/// </summary>
public sealed class MigrationException(string message, Exception? inner = null) : Exception(message, inner);
