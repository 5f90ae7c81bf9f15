using BillingActors.Grains.Tests.Engine;

namespace BillingActors.Grains.Tests.Collections;

/// <summary>The promises on two silos over PostgreSQL.</summary>
[Collection(PostgresEngine.Collection)]
public sealed class PostgresReviewPageTests(PostgresEngine engine) : ReviewPageContract(engine);
