using BillingActors.Grains.Tests.Engine;

namespace BillingActors.Grains.Tests.Collections;

/// <summary>The promises on one silo over SQLite.</summary>
[Collection(SqliteEngine.Collection)]
public sealed class SqliteReviewPageTests(SqliteEngine engine) : ReviewPageContract(engine);
