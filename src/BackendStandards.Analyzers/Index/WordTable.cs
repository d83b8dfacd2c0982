namespace BackendStandards.Analyzers.Index;

/// <summary>Where each word of one file stands: a hash table in a few arrays, since it is made again after each edit, and kept for as long as the tree.</summary>
internal sealed class WordTable
{
    private readonly int[] _buckets;
    private readonly Entry[] _entries;
    private readonly int[] _positions;

    private WordTable(int[] buckets, Entry[] entries, int[] positions) => (_buckets, _entries, _positions) = (buckets, entries, positions);

    /// <summary>The hashes of the words, see <see cref="NameFilter.HashOf(string)"/>.</summary>
    public IEnumerable<int> Hashes => _entries.Select(static entry => entry.Hash);

    /// <summary>Whether a word stands in the file.</summary>
    public bool Holds(string word, int hash) => Find(word, hash) >= 0;

    /// <summary>Where a word stands, in the order of the text.</summary>
    public ArraySegment<int> PositionsOf(string word) =>
        Find(word, NameFilter.HashOf(word)) is var found and >= 0 ? new(_positions, _entries[found].Start, _entries[found].Count) : new(_positions, 0, 0);

    private int Find(string word, int hash)
    {
        for (var i = _buckets[hash & (_buckets.Length - 1)]; i >= 0; i = _entries[i].Next)
            if (_entries[i].Hash == hash && _entries[i].Word == word) return i;
        return -1;
    }

    private struct Entry
    {
        public string Word;
        public int Hash;
        public int Next;
        public int Start;
        public int Count;
    }

    /// <summary>Takes the words of a file in the order of its text.</summary>
    public sealed class Builder
    {
        private int[] _buckets = NewBuckets(256);
        private Entry[] _entries = new Entry[192];
        private int _words;
        private (int Entry, int Position)[] _found = new (int, int)[512];
        private int _count;

        /// <summary>A word that stands at a position.</summary>
        public void Add(string word, int position) => Add(Find(word.ToCharArray(), word.Length, NameFilter.HashOf(word)) is var known and >= 0 ? known : New(word, NameFilter.HashOf(word)), position);

        /// <summary>A word, the first characters of a buffer, whose hash is known; the string that stands for it.</summary>
        public string Add(char[] buffer, int length, int hash, int position)
        {
            var entry = Find(buffer, length, hash);
            if (entry < 0) entry = New(new string(buffer, 0, length), hash);
            Add(entry, position);
            return _entries[entry].Word;
        }

        /// <summary>The table of what was added.</summary>
        public WordTable Build()
        {
            var start = 0;
            for (var i = 0; i < _words; i++)
            {
                _entries[i].Start = start;
                start += _entries[i].Count;
                _entries[i].Count = 0;
            }
            var positions = new int[_count];
            for (var i = 0; i < _count; i++)
            {
                ref var entry = ref _entries[_found[i].Entry];
                positions[entry.Start + entry.Count++] = _found[i].Position;
            }
            Array.Resize(ref _entries, _words);
            return new(_buckets, _entries, positions);
        }

        private void Add(int entry, int position)
        {
            if (_count == _found.Length) Array.Resize(ref _found, _count * 2);
            _found[_count++] = (entry, position);
            _entries[entry].Count++;
        }

        private int Find(char[] buffer, int length, int hash)
        {
            for (var i = _buckets[hash & (_buckets.Length - 1)]; i >= 0; i = _entries[i].Next)
                if (_entries[i].Hash == hash && Same(_entries[i].Word, buffer, length)) return i;
            return -1;
        }

        private static bool Same(string word, char[] buffer, int length)
        {
            if (word.Length != length) return false;
            for (var i = 0; i < length; i++)
                if (word[i] != buffer[i]) return false;
            return true;
        }

        private int New(string word, int hash)
        {
            if (_words == _entries.Length) Grow();
            ref var bucket = ref _buckets[hash & (_buckets.Length - 1)];
            _entries[_words] = new Entry { Word = word, Hash = hash, Next = bucket };
            return bucket = _words++;
        }

        private void Grow()
        {
            Array.Resize(ref _entries, _words * 2);
            _buckets = NewBuckets(_buckets.Length * 2);
            for (var i = 0; i < _words; i++)
            {
                ref var bucket = ref _buckets[_entries[i].Hash & (_buckets.Length - 1)];
                _entries[i].Next = bucket;
                bucket = i;
            }
        }

        private static int[] NewBuckets(int size)
        {
            var buckets = new int[size];
            for (var i = 0; i < size; i++) buckets[i] = -1;
            return buckets;
        }
    }
}
