namespace BillingActors.Cli.Demo;

/// <summary>The same chance every time: a number that depends on what it is asked for, and on nothing else.</summary>
internal static class Dice
{
    /// <summary>A whole number from 0 up to a limit, exclusive.</summary>
    public static int Below(int limit, string what, int account, int moment)
    {
        unchecked
        {
            // FNV-1a over the question, then a finaliser, so that neighbours do not resemble each other.
            var hash = 2166136261u;
            foreach (var letter in what)
                hash = (hash ^ letter) * 16777619u;
            hash = (hash ^ (uint)account) * 16777619u;
            hash = (hash ^ (uint)moment) * 16777619u;
            hash = (hash ^ (hash >> 16)) * 2246822519u;
            hash = (hash ^ (hash >> 13)) * 3266489917u;
            return (int)((hash ^ (hash >> 16)) % (uint)limit);
        }
    }
}
