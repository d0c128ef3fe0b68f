<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="en" sourcelanguage="id">
<context>
    <name>FieldKit</name>
    <message>
        <source> dan {n} lainnya</source>
        <translation> and {n} more</translation>
    </message>
    <message>
        <source> dan {n} orang lagi</source>
        <translation> and {n} more</translation>
    </message>
    <message>
        <source> · {n} titipan</source>
        <translation> · {n} for others</translation>
    </message>
    <message>
        <source>+ {n} lagi</source>
        <translation>+ {n} more</translation>
    </message>
    <message>
        <source>.xlsx, .xls, atau .csv dari admin data</source>
        <translation>.xlsx, .xls, or .csv from the data admin</translation>
    </message>
    <message>
        <source>/ hari</source>
        <translation>/ day</translation>
    </message>
    <message>
        <source>/ hari, {n} hari terakhir</source>
        <translation>/ day, last {n} days</translation>
    </message>
    <message>
        <source>0 kalau tidak ada</source>
        <translation>0 if nobody</translation>
    </message>
    <message>
        <source>1 / 8</source>
        <translation>1 / 8</translation>
    </message>
    <message>
        <source>1 blangko dicatat rusak</source>
        <translation>1 blank logged as spoiled</translation>
    </message>
    <message>
        <source>1 sampai {last}</source>
        <translation>1 to {last}</translation>
    </message>
    <message>
        <source>12 huruf dan angka, sekali pakai</source>
        <translation>12 letters and digits, used once</translation>
    </message>
    <message>
        <source>16 angka</source>
        <translation>16 digits</translation>
    </message>
    <message>
        <source>17 tahun pada hari pemilu. Harinya diatur perencana di Jadwal.</source>
        <translation>17 on the day of the vote. The planner sets the day in the Schedule.</translation>
    </message>
    <message>
        <source>17–21 tahun</source>
        <translation>17–21 years</translation>
    </message>
    <message>
        <source>18 kelompok huruf dan angka</source>
        <translation>18 groups of letters and figures</translation>
    </message>
    <message>
        <source>22–59 tahun</source>
        <translation>22–59 years</translation>
    </message>
    <message>
        <source>3 dari 3</source>
        <translation>3 of 3</translation>
    </message>
    <message>
        <source>31 sampai 90 hari</source>
        <translation>31 to 90 days</translation>
    </message>
    <message>
        <source>4 angka akhir NIK</source>
        <translation>last 4 digits of NIK</translation>
    </message>
    <message>
        <source>4 angka akhir NIK tidak terbaca, jadi tidak diambil.</source>
        <translation>The last 4 digits of the NIK cannot be read, so they are not taken in.</translation>
    </message>
    <message>
        <source>6 angka</source>
        <translation>6 digits</translation>
    </message>
    <message>
        <source>6 angka, tidak berurutan</source>
        <translation>6 digits, not in a row</translation>
    </message>
    <message>
        <source>60 ke atas</source>
        <translation>60 and older</translation>
    </message>
    <message>
        <source>91 sampai 180 hari</source>
        <translation>91 to 180 days</translation>
    </message>
    <message>
        <source>Ada acara lain</source>
        <translation>Another event</translation>
    </message>
    <message>
        <source>Ada angka di nama. Cocokkan dengan KK.</source>
        <translation>There is a digit in the name. Compare with the KK.</translation>
    </message>
    <message>
        <source>Ada berkas yang belum dilihat. Boleh antre dulu; tunjukkan berkasnya sebelum dilayani.</source>
        <translation>A paper has not been seen yet. Queueing is fine; show the paper before being served.</translation>
    </message>
    <message>
        <source>Ada catatan yang hilang atau diubah bukan oleh FieldKit. Yang sudah terkirim aman di pusat.</source>
        <translation>Records are missing, or were changed by something other than FieldKit. What was sent is safe at the centre.</translation>
    </message>
    <message>
        <source>Ada catatan yang lebih baru, sedang dihitung.</source>
        <translation>There are newer records, being counted now.</translation>
    </message>
    <message>
        <source>Ada di daftar panggil.</source>
        <translation>On the call list.</translation>
    </message>
    <message>
        <source>Ada dua isian yang berbeda untuk data orang ini. Putuskan dulu di Sinkronisasi, atau cocokkan dengan KK dan tulis alasannya. Alasan dan nama Anda ikut tercatat.</source>
        <translation>There are two different entries for this person's data. Decide on the page Sync first, or check against the family card and write the reason. The reason and your name are recorded.</translation>
    </message>
    <message>
        <source>Ada kartu yang disebut kurang atau rusak, tetapi tidak ada di daftar ini. Hapus dari selisih.</source>
        <translation>A card is named as missing or damaged that is not on this list. Remove it from the differences.</translation>
    </message>
    <message>
        <source>Ada kelebihan</source>
        <translation>Found extra</translation>
    </message>
    <message>
        <source>Ada lebih dari satu nomor, yang dipakai {number}. Kalau bukan itu, sisakan satu nomor saja.</source>
        <translation>There is more than one number, {number} is used. If that is not the one, keep only one number.</translation>
    </message>
    <message>
        <source>Ada lebih dari satu nomor. Sisakan satu saja, yang paling sering dipakai.</source>
        <translation>There is more than one number. Keep only one, the one used most.</translation>
    </message>
    <message>
        <source>Ada pekerjaan yang tersimpan di cadangan tetapi tidak di sini, misalnya setelah listrik mati. Pulihkan cadangan terakhir; data yang sekarang disimpan di sampingnya.</source>
        <translation>Some work is in the backup but not here, for example after a power cut. Restore the last backup; the present data are kept beside it.</translation>
    </message>
    <message>
        <source>Ada penerimaan yang belum dicatat. Catat lotnya (1), atau hitung isi gudang (6).</source>
        <translation>Something that was received is not noted. Note its lot (1), or count the store (6).</translation>
    </message>
    <message>
        <source>Ada sejak {day} dan belum diambil, di {place}. Antar ke pengambilan, tidak perlu surat polisi.</source>
        <translation>There since {day} and not collected, at {place}. Lead to the pick-up, no police letter is needed.</translation>
    </message>
    <message>
        <source>Ada sejak {day} dan belum diambil. Antar ke pengambilan, tidak perlu surat polisi.</source>
        <translation>There since {day} and not collected. Lead to the pick-up, no police letter is needed.</translation>
    </message>
    <message>
        <source>Ada tanda kutip yang menggabungkan sel atau orang, di baris {lines} dan lainnya.</source>
        <translation>Quotation marks join cells or people, in line {lines} and others.</translation>
    </message>
    <message>
        <source>Ada tanda kutip yang menggabungkan sel atau orang, di baris {lines}.</source>
        <translation>Quotation marks join cells or people, in line {lines}.</translation>
    </message>
    <message>
        <source>Ada telepon</source>
        <translation>Take a call</translation>
    </message>
    <message>
        <source>Ada yang bukan angka di NIK. Baris ini tidak diambil; minta NIK yang benar ke admin data.</source>
        <translation>Something in the NIK is not a digit. This row is not taken in; ask the data admin for the right NIK.</translation>
    </message>
    <message>
        <source>Ada yang bukan angka di nomor HP, mungkin huruf O. Nomor disimpan seperti diketik, tetapi SMS tidak bisa dikirim. Bacakan ulang dan betulkan.</source>
        <translation>Something in the phone number is not a digit, perhaps the letter O. It is kept as typed, but no SMS can be sent. Read it back and correct it.</translation>
    </message>
    <message>
        <source>Ada yang bukan angka di {number}. Sering huruf O tertukar dengan angka 0, atau huruf l dengan angka 1. Cocokkan dengan KK.</source>
        <translation>Something in {number} is not a digit. Often it is the letter O for 0, or the letter l for 1. Compare with the KK.</translation>
    </message>
    <message>
        <source>Ada yang mencatat dua data ini satu orang, ada yang mencatat bukan. Cocokkan dengan KK, lalu ketua tim memutuskan.</source>
        <translation>Somebody noted these two rows as one person, somebody else as two. Compare with the KK; the team lead then decides.</translation>
    </message>
    <message>
        <source>Ada {n} berkas data yang dulu disisihkan waktu cadangan dipasang. Isinya tidak dibaca lagi: yang hanya ada di sana tidak ikut terkirim, dan sesudah ini hanya kunci darurat kantor yang membukanya. Tanyakan dulu ke kantor.</source>
        <translation>There are {n} files of data that were set aside when a backup was put in place. They are not read again: what is only in there is not sent, and after this only the office's rescue key opens them. Ask the office first.</translation>
    </message>
    <message>
        <source>Ada {n} kelurahan atau desa bernama {name}, dan kecamatannya tidak jelas. Baris ini tidak diambil; tambahkan kolom kecamatan.</source>
        <translation>There are {n} kelurahan or desa named {name}, and the kecamatan is not clear. This row is not taken in; add a kecamatan column.</translation>
    </message>
    <message>
        <source>Admin</source>
        <translation>Admin</translation>
    </message>
    <message>
        <source>Akan berlaku</source>
        <translation>To come</translation>
    </message>
    <message>
        <source>Akan memegang: {areas}.</source>
        <translation>Will hold: {areas}.</translation>
    </message>
    <message>
        <source>Akhiri tugas</source>
        <translation>End the work</translation>
    </message>
    <message>
        <source>Akhiri tugas {name}</source>
        <translation>End the work of {name}</translation>
    </message>
    <message>
        <source>Akhirnya harus sesudah mulainya. Periksa kedua waktunya.</source>
        <translation>The end must come after the beginning. Check both times.</translation>
    </message>
    <message>
        <source>Akhirnya sudah lewat. Pilih hari ini atau sesudahnya.</source>
        <translation>That end has passed already. Choose today or later.</translation>
    </message>
    <message>
        <source>Akibat</source>
        <translation>Effect</translation>
    </message>
    <message>
        <source>Akibat kendala</source>
        <translation>Effect of the incident</translation>
    </message>
    <message>
        <source>Akibat kendala tercatat</source>
        <translation>Effect noted</translation>
    </message>
    <message>
        <source>Akibatnya kembali seperti sebelumnya</source>
        <translation>The effect is as it was before</translation>
    </message>
    <message>
        <source>Akta kematian</source>
        <translation>Death certificate</translation>
    </message>
    <message>
        <source>Aktif</source>
        <translation>Active</translation>
    </message>
    <message>
        <source>Aktifkan lagi</source>
        <translation>Activate again</translation>
    </message>
    <message>
        <source>Aktifkan {name}</source>
        <translation>Activate {name}</translation>
    </message>
    <message>
        <source>Akun lain di laptop ini bisa membuka: {names}.</source>
        <translation>Other accounts on this laptop can open: {names}.</translation>
    </message>
    <message>
        <source>Akun lain di laptop ini tidak bisa membukanya, sejauh sistem memberi tahu.</source>
        <translation>Other accounts on this laptop can not open them, as far as the system tells.</translation>
    </message>
    <message>
        <source>Akun laptop ini tidak punya brankas kunci yang mengunci.</source>
        <translation>The account of this laptop has no keyring that encrypts.</translation>
    </message>
    <message>
        <source>Alamat</source>
        <translation>Address</translation>
    </message>
    <message>
        <source>Alamat pusat</source>
        <translation>Centre address</translation>
    </message>
    <message>
        <source>Alamat pusat belum benar. Contoh: https://pusat.contoh.go.id</source>
        <translation>The centre's address is not right yet. Example: https://pusat.contoh.go.id</translation>
    </message>
    <message>
        <source>Alamat pusat harus diawali https, supaya data tidak bisa dibaca di jalan.</source>
        <translation>The centre's address must start with https, so that nobody can read the data on its way.</translation>
    </message>
    <message>
        <source>Alamat {host} bisa dicapai dari jaringan, jadi pusat tidak dijalankan tanpa TLS. Beri --tls-certificate dan --tls-key, atau --behind-proxy kalau TLS diurus perantara di depannya.</source>
        <translation>The address {host} can be reached from the network, so the centre is not run without TLS. Give --tls-certificate and --tls-key, or --behind-proxy where a proxy in front takes care of TLS.</translation>
    </message>
    <message>
        <source>Alasan</source>
        <translation>Reason</translation>
    </message>
    <message>
        <source>Alasan dan ceritanya ikut ditandatangani. Angka asli tetap tersimpan.</source>
        <translation>Reason and story are signed along. The original figures stay stored.</translation>
    </message>
    <message>
        <source>Alasan dicetak sekarang</source>
        <translation>Reason to print now</translation>
    </message>
    <message>
        <source>Alasan ini ditulis untuk bentrok lain. Tulis alasan untuk yang ini.</source>
        <translation>This reason was written for another clash. Write one for this clash.</translation>
    </message>
    <message>
        <source>Alasan kunjungan (data kesehatan): ada, paling banyak {n} orang</source>
        <translation>Reasons of visits (health data): yes, of {n} people at most</translation>
    </message>
    <message>
        <source>Alasan kunjungan (data kesehatan): tidak ada</source>
        <translation>Reasons of visits (health data): none</translation>
    </message>
    <message>
        <source>Alasan lain</source>
        <translation>Another reason</translation>
    </message>
    <message>
        <source>Alasan membuka lagi</source>
        <translation>Reason for reopening</translation>
    </message>
    <message>
        <source>Alasan membuka lagi belum ditulis. Penutupan yang lama tetap tersimpan. Tulis singkat apa yang salah.</source>
        <translation>The reason for reopening is not written yet. The old closing stays stored. Write briefly what is wrong.</translation>
    </message>
    <message>
        <source>Alasan mendesak belum ditulis. Tulis singkat kenapa kartu ini didahulukan.</source>
        <translation>The reason for the urgency is missing. Write briefly why this card goes first.</translation>
    </message>
    <message>
        <source>Alasan menolak belum dipilih.</source>
        <translation>No ground of the refusal was chosen.</translation>
    </message>
    <message>
        <source>Alasan tanpa alat siaga</source>
        <translation>Reason for no set standing by</translation>
    </message>
    <message>
        <source>Alasan tidak dikenal.</source>
        <translation>This reason is not known.</translation>
    </message>
    <message>
        <source>Alasan {words} tidak dikenal. Pilih dari daftar alasan.</source>
        <translation>The reason {words} is not known. Pick one from the list of reasons.</translation>
    </message>
    <message>
        <source>Alasan: {ground}</source>
        <translation>Ground: {ground}</translation>
    </message>
    <message>
        <source>Alasan: {reason} ({name})</source>
        <translation>Reason: {reason} ({name})</translation>
    </message>
    <message>
        <source>Alasan: {reason}.</source>
        <translation>Reason: {reason}.</translation>
    </message>
    <message>
        <source>Alasannya belum dipilih.</source>
        <translation>No reason is chosen yet.</translation>
    </message>
    <message>
        <source>Alasannya belum dipilih. Pilih salah satu.</source>
        <translation>No reason chosen yet. Choose one.</translation>
    </message>
    <message>
        <source>Alasannya belum dipilih. Tanpa alasan, ini tampak hilang saat dihitung. Pilih salah satu.</source>
        <translation>No reason chosen yet. Without one this looks lost when counted. Choose one.</translation>
    </message>
    <message>
        <source>Alasannya belum ditulis. Kartu ini menunggu keputusan ketua tim atau kantor. Kalau tetap dicetak, tulis apa yang sudah dicocokkan.</source>
        <translation>No reason is written yet. This card waits for the team lead or the office to decide. To print it all the same, write what was checked.</translation>
    </message>
    <message>
        <source>Alasannya belum ditulis. Satu kalimat sudah cukup.</source>
        <translation>The reason is not written yet. One sentence is enough.</translation>
    </message>
    <message>
        <source>Alasannya belum ditulis. Sebut singkat apa yang dipastikan.</source>
        <translation>No reason is written yet. Say briefly what was made sure of.</translation>
    </message>
    <message>
        <source>Alat</source>
        <translation>Set</translation>
    </message>
    <message>
        <source>Alat cetak ada</source>
        <translation>Printing equipment is there</translation>
    </message>
    <message>
        <source>Alat perekam belum dipilih.</source>
        <translation>No recording set is chosen yet.</translation>
    </message>
    <message>
        <source>Alat rekam rusak</source>
        <translation>Recording device broke</translation>
    </message>
    <message>
        <source>Alat rekam sudah dicoba</source>
        <translation>The set was tried</translation>
    </message>
    <message>
        <source>Alat rekam {code}</source>
        <translation>Set {code}</translation>
    </message>
    <message>
        <source>Alat rusak</source>
        <translation>Device broken</translation>
    </message>
    <message>
        <source>Alat siaga</source>
        <translation>Standby set</translation>
    </message>
    <message>
        <source>Alat siaga, tanpa jadwal</source>
        <translation>Standby set, without a plan</translation>
    </message>
    <message>
        <source>Alat {code}</source>
        <translation>Set {code}</translation>
    </message>
    <message>
        <source>Alat {code} dipakai dua tim sekaligus: {who}.</source>
        <translation>Set {code} is used by two teams at once: {who}.</translation>
    </message>
    <message>
        <source>Alat {code} pada jam itu dipakai di {place}.</source>
        <translation>Set {code} is in use at {place} at that hour.</translation>
    </message>
    <message>
        <source>Alat {code} sedang tidak siap.</source>
        <translation>Set {code} can not be used now.</translation>
    </message>
    <message>
        <source>Alat, bahan, dan surat</source>
        <translation>Set, supplies and letters</translation>
    </message>
    <message>
        <source>Alt+D. Lansia, ibu hamil, penyandang disabilitas; alasannya tidak disimpan.</source>
        <translation>Alt+D. Elderly, pregnant, disabled; the reason is not kept.</translation>
    </message>
    <message>
        <source>Alt+O. Pemegang izin tinggal tetap: paspor dan ITAP ikut dilihat.</source>
        <translation>Alt+O. With a permanent stay permit: passport and ITAP are looked at as well.</translation>
    </message>
    <message>
        <source>Alt+panah</source>
        <translation>Alt+arrow</translation>
    </message>
    <message>
        <source>Aman di laptop ini walau listrik padam. Dikirim saat ada jaringan.</source>
        <translation>Safe on this laptop even if the power fails. Sent when there is a network.</translation>
    </message>
    <message>
        <source>Aman di laptop ini walau listrik padam. Warga bisa didaftarkan sekarang.</source>
        <translation>Safe on this laptop even if the power fails. Residents can be registered now.</translation>
    </message>
    <message>
        <source>Aman di laptop ini, dikirim saat ada jaringan.</source>
        <translation>Safe on this laptop, sent when there is a network.</translation>
    </message>
    <message>
        <source>Aman di laptop ini, dikirim saat ada jaringan. Berita acara dan laporan disimpan kalau diminta.</source>
        <translation>Safe on this laptop, sent when there is a network. Closing record and report are saved when asked for.</translation>
    </message>
    <message>
        <source>Aman di laptop ini, dikirim saat ada jaringan. Catatan aslinya tetap utuh.</source>
        <translation>Safe on this laptop, sent when there is a network. The records themselves stay as they are.</translation>
    </message>
    <message>
        <source>Aman di laptop ini, dikirim saat ada jaringan. Dokumennya disimpan kalau diminta.</source>
        <translation>Safe on this laptop, sent once there is a network. Its documents are stored when asked for.</translation>
    </message>
    <message>
        <source>Aman di laptop ini, tetapi hanya di laptop ini.</source>
        <translation>Safe on this laptop, but on this laptop only.</translation>
    </message>
    <message>
        <source>Ambil</source>
        <translation>Take</translation>
    </message>
    <message>
        <source>Ambil berkas</source>
        <translation>Take a file in</translation>
    </message>
    <message>
        <source>Ambil berkas angka, atau ketik dari surat dengan Ctrl+N.</source>
        <translation>Take in a file of figures, or type them from a letter with Ctrl+N.</translation>
    </message>
    <message>
        <source>Ambil berkas data pusat</source>
        <translation>Take in a file of the centre</translation>
    </message>
    <message>
        <source>Ambil berkas; di dalamnya langkah berikutnya</source>
        <translation>Take a file in; within it the next step</translation>
    </message>
    <message>
        <source>Ambil dari berkas</source>
        <translation>Take from the file</translation>
    </message>
    <message>
        <source>Ambil kartu</source>
        <translation>Collect card</translation>
    </message>
    <message>
        <source>Ambil kiriman meja lain</source>
        <translation>Take another table's bundle</translation>
    </message>
    <message>
        <source>Ambil kiriman meja lain dari USB</source>
        <translation>Take in the delivery of another table from USB</translation>
    </message>
    <message>
        <source>Ambil pembaruan</source>
        <translation>Fetch updates</translation>
    </message>
    <message>
        <source>Ambil sisa</source>
        <translation>Take back</translation>
    </message>
    <message>
        <source>Ambil status atau angka dari admin data dengan Ctrl+Enter.</source>
        <translation>Take in statuses or figures from the database admin with Ctrl+Enter.</translation>
    </message>
    <message>
        <source>Anggota</source>
        <translation>Members</translation>
    </message>
    <message>
        <source>Angka</source>
        <translation>Figures</translation>
    </message>
    <message>
        <source>Angka dan status disimpan dengan tanggalnya, tidak ada yang ditimpa</source>
        <translation>Figures and statuses are kept with their date, nothing is overwritten</translation>
    </message>
    <message>
        <source>Angka diketik</source>
        <translation>Typed in</translation>
    </message>
    <message>
        <source>Angka ditarik</source>
        <translation>Figures taken back</translation>
    </message>
    <message>
        <source>Angka ini keadaan per tanggal berapa?</source>
        <translation>Of which date are these figures?</translation>
    </message>
    <message>
        <source>Angka ini sampai kapan</source>
        <translation>How current these figures are</translation>
    </message>
    <message>
        <source>Angka kantor</source>
        <translation>Office figures</translation>
    </message>
    <message>
        <source>Angka ke-7 dan ke-8 NIK tertulis {day}, harusnya tanggal 01–31, atau 41–71 untuk perempuan. Cocokkan dengan KK. Kalau KK sama, lanjutkan saja.</source>
        <translation>Digits 7 and 8 of the NIK say {day}, they should be a day 01–31, or 41–71 for women. Compare with the KK. If the KK says the same, just go on.</translation>
    </message>
    <message>
        <source>Angka ke-9 dan ke-10 NIK tertulis {month}, harusnya bulan 01–12. Cocokkan dengan KK. Kalau KK sama, lanjutkan saja.</source>
        <translation>Digits 9 and 10 of the NIK say {month}, they should be a month 01–12. Compare with the KK. If the KK says the same, just go on.</translation>
    </message>
    <message>
        <source>Angka kurva</source>
        <translation>Figures of the curve</translation>
    </message>
    <message>
        <source>Angka kurva sebagai tabel</source>
        <translation>The figures of the curve as a table</translation>
    </message>
    <message>
        <source>Angka nasional</source>
        <translation>National figure</translation>
    </message>
    <message>
        <source>Angka sebagaimana diumumkan; tidak ada yang dibetulkan.</source>
        <translation>Figures as they were published; none is corrected.</translation>
    </message>
    <message>
        <source>Angka tersimpan</source>
        <translation>Figures saved</translation>
    </message>
    <message>
        <source>Angka wilayah</source>
        <translation>Figures of places</translation>
    </message>
    <message>
        <source>Angka yang ditandatangani tetap aman. Kosongkan ruang, lalu simpan lagi.</source>
        <translation>The signed figures are safe. Free some space, then save again.</translation>
    </message>
    <message>
        <source>Angka yang ditandatangani tidak berubah lagi. Koreksi sesudah ini menjadi penutupan berikutnya.</source>
        <translation>Signed figures no longer change. A correction after this becomes the next closing.</translation>
    </message>
    <message>
        <source>Angka yang ditandatangani tidak berubah. Koreksi ditulis di sampingnya.</source>
        <translation>Signed figures do not change. A correction is written beside them.</translation>
    </message>
    <message>
        <source>Angka yang tidak klop ditandai, tidak pernah dibetulkan.</source>
        <translation>Figures that do not add up are marked, never repaired.</translation>
    </message>
    <message>
        <source>Angkanya belum bisa dibaca di laptop ini. Tanyakan ke meja itu.</source>
        <translation>This laptop can not read the figures yet. Ask that table.</translation>
    </message>
    <message>
        <source>Angkanya tetap tersimpan. Perbarui FieldKit di laptop ini, lalu cetak lagi.</source>
        <translation>Its figures stay saved. Update FieldKit on this laptop, then print again.</translation>
    </message>
    <message>
        <source>Angkanya tidak berubah lagi. Penutupan meja yang datang kemudian meminta penutupan tim baru.</source>
        <translation>Its figures do not change any more. A closing of a table that comes later asks for a new team closing.</translation>
    </message>
    <message>
        <source>Angkanya tidak berubah lagi. Tambahan sesudah penutupan: {things}; terakhir {when}.</source>
        <translation>The figures no longer change. Added after the closing: {things}; last on {when}.</translation>
    </message>
    <message>
        <source>Angkanya tidak berubah lagi. Yang datang sesudah ini dicatat sebagai tambahan.</source>
        <translation>Its figures no longer change. What comes after this is logged as an addition.</translation>
    </message>
    <message>
        <source>Angkanya tidak terbaca. Baris ini tidak diambil.</source>
        <translation>The figures can not be read. This row is not taken.</translation>
    </message>
    <message>
        <source>Antar kartu</source>
        <translation>Bring the card</translation>
    </message>
    <message>
        <source>Antre SMS</source>
        <translation>Waiting for SMS</translation>
    </message>
    <message>
        <source>Antre lagi</source>
        <translation>Back in queue</translation>
    </message>
    <message>
        <source>Antre lagi, untuk yang tadi pulang</source>
        <translation>Queue again, for who left before</translation>
    </message>
    <message>
        <source>Antrean</source>
        <translation>Queue</translation>
    </message>
    <message>
        <source>Antrean {n}</source>
        <translation>Queue {n}</translation>
    </message>
    <message>
        <source>Apa yang terjadi</source>
        <translation>What happened</translation>
    </message>
    <message>
        <source>Apa yang terjadi, siapa yang tahu</source>
        <translation>What happened, who knows</translation>
    </message>
    <message>
        <source>Arsip</source>
        <translation>Archived</translation>
    </message>
    <message>
        <source>Artinya</source>
        <translation>What it means</translation>
    </message>
    <message>
        <source>Atur ulang</source>
        <translation>Set back</translation>
    </message>
    <message>
        <source>Atur wilayah</source>
        <translation>Set areas</translation>
    </message>
    <message>
        <source>Atur zona waktu laptop ke {zone} saat sempat.</source>
        <translation>Set the laptop's time zone to {zone} when there is time.</translation>
    </message>
    <message>
        <source>Aturan</source>
        <translation>Rules</translation>
    </message>
    <message>
        <source>Aturan ditulis perencana, admin, atau kepala dinas. Minta salah satunya masuk.</source>
        <translation>Rules are written by the planner, the admin or the head of the office. Ask one of them to sign in.</translation>
    </message>
    <message>
        <source>Aturan ini ditandatangani kepala dinas di Kantor, meja Aturan.</source>
        <translation>These rules are signed by the head of the office, at the desk Rules of the page Office.</translation>
    </message>
    <message>
        <source>Aturan ini sudah berubah sejak dibuka. Lihat lagi daftarnya, lalu pilih yang sekarang.</source>
        <translation>This rule has changed since it was opened. Look at the list again and choose the one of now.</translation>
    </message>
    <message>
        <source>Aturan ini sudah ditandatangani. Hanya kepala dinas yang bisa menariknya, dengan PIN.</source>
        <translation>This rule is signed. Only the head of the office can withdraw it, with the PIN.</translation>
    </message>
    <message>
        <source>Aturan kantor</source>
        <translation>Rules of the office</translation>
    </message>
    <message>
        <source>Aturan kantor: kartu hanya diambil pemiliknya sendiri. Minta pemiliknya datang, atau catat permintaan kunjungan supaya kartunya diantar.</source>
        <translation>Rule of the office: only the owner collects a card. Ask the owner to come, or note a request for a visit so that the card is brought.</translation>
    </message>
    <message>
        <source>Aturan kantor: wakil harus dari KK yang sama. Minta keluarga satu KK yang datang, atau pemiliknya sendiri.</source>
        <translation>Rule of the office: whoever comes instead must be of the same KK. Ask family of the same KK to come, or the owner.</translation>
    </message>
    <message>
        <source>Aturan yang berlaku</source>
        <translation>Rules in force</translation>
    </message>
    <message>
        <source>Bab</source>
        <translation>Chapter</translation>
    </message>
    <message>
        <source>Bab panduan</source>
        <translation>Chapters of the guide</translation>
    </message>
    <message>
        <source>Baca</source>
        <translation>Read</translation>
    </message>
    <message>
        <source>Baca berkas</source>
        <translation>Read file</translation>
    </message>
    <message>
        <source>Baca bukti terima dari USB</source>
        <translation>Read a receipt from USB</translation>
    </message>
    <message>
        <source>Baca di laptop meja yang menulis kirimannya, dengan Bukti dari USB.</source>
        <translation>Read them on the laptop that wrote the bundle, with Receipt from USB.</translation>
    </message>
    <message>
        <source>Baca rinciannya di Sinkronisasi, bagian Perlu perhatian. Cocokkan angka shift dengan kertas; admin kantor yang menyelesaikan kasusnya.</source>
        <translation>Read the details on Sync, under Needs attention. Compare the figures of the shift with paper; an admin of the office settles the case.</translation>
    </message>
    <message>
        <source>Bacakan jawaban ini</source>
        <translation>Read this answer out</translation>
    </message>
    <message>
        <source>Bacakan ulang: {number}</source>
        <translation>Read back: {number}</translation>
    </message>
    <message>
        <source>Bagi</source>
        <translation>Share out</translation>
    </message>
    <message>
        <source>Bagi target</source>
        <translation>Share out</translation>
    </message>
    <message>
        <source>Bagi target daerah</source>
        <translation>Share out the regency's target</translation>
    </message>
    <message>
        <source>Bagian</source>
        <translation>Part</translation>
    </message>
    <message>
        <source>Bagian dari yang terkirim; pusat menyimpannya, kantor memutuskan.</source>
        <translation>Part of what was sent; the centre keeps it, the office decides.</translation>
    </message>
    <message>
        <source>Bagian ini belum diisi.</source>
        <translation>This is not filled in yet.</translation>
    </message>
    <message>
        <source>Bagian yang mana</source>
        <translation>Which part</translation>
    </message>
    <message>
        <source>Bagian: perlu dikerjakan, antre SMS, menunggu, tiga kabar, semua</source>
        <translation>Part: to be done, waiting for SMS, waiting, three notices, all</translation>
    </message>
    <message>
        <source>Bagian: semua, antrean, di meja, siap, belum dikabari</source>
        <translation>Part: all, queue, on the table, ready, not told</translation>
    </message>
    <message>
        <source>Bagikan daftar</source>
        <translation>Share lists</translation>
    </message>
    <message>
        <source>Bahasa</source>
        <translation>Language</translation>
    </message>
    <message>
        <source>Baik</source>
        <translation>Good</translation>
    </message>
    <message>
        <source>Balai warga</source>
        <translation>Community hall</translation>
    </message>
    <message>
        <source>Bantuan</source>
        <translation>Help</translation>
    </message>
    <message>
        <source>Banyak NIK berakhir angka 0</source>
        <translation>Many NIKs end in 0</translation>
    </message>
    <message>
        <source>Barang</source>
        <translation>Item</translation>
    </message>
    <message>
        <source>Baris</source>
        <translation>Row</translation>
    </message>
    <message>
        <source>Baris {line}: {reason}</source>
        <translation>Line {line}: {reason}</translation>
    </message>
    <message>
        <source>Baru</source>
        <translation>New</translation>
    </message>
    <message>
        <source>Baru selesai</source>
        <translation>Just done</translation>
    </message>
    <message>
        <source>Baru, ubah, langkah berikut, batalkan, pinjaman blangko</source>
        <translation>New, change, next step, call off, loan of blanks</translation>
    </message>
    <message>
        <source>Basis data belum siap untuk versi ini. Jalankan dulu: server init</source>
        <translation>The database is not ready for this version. Run first: server init</translation>
    </message>
    <message>
        <source>Basis data ini belum memakai Citus. Pasang di semua mesin, jalankan CREATE EXTENSION citus, daftarkan mesin-mesinnya, lalu ulangi.</source>
        <translation>This database does not use Citus yet. Install it on all machines, run CREATE EXTENSION citus, register the machines, then try again.</translation>
    </message>
    <message>
        <source>Basis data ini sudah berisi tabel.</source>
        <translation>This database already holds tables.</translation>
    </message>
    <message>
        <source>Basis data tidak bisa dibuka. Periksa alamatnya, dan apakah servernya berjalan.</source>
        <translation>The database cannot be opened. Check its address, and whether its server is running.</translation>
    </message>
    <message>
        <source>Batal</source>
        <translation>Cancel</translation>
    </message>
    <message>
        <source>Batal buka</source>
        <translation>Undo opening</translation>
    </message>
    <message>
        <source>Batal dicetak</source>
        <translation>Not printed after all</translation>
    </message>
    <message>
        <source>Batal dicetak, blangko kembali di meja</source>
        <translation>Not printed after all, the blanks are back on the table</translation>
    </message>
    <message>
        <source>Batal diserahkan, kartu tercatat seperti sebelumnya</source>
        <translation>Not handed over after all, the card stands as it did before</translation>
    </message>
    <message>
        <source>Batal, kartu belum diperiksa</source>
        <translation>Undone, the card has not been checked</translation>
    </message>
    <message>
        <source>Batal, kartu sudah diambil</source>
        <translation>Cancelled, the card was fetched</translation>
    </message>
    <message>
        <source>Batal, kartu tercatat seperti sebelumnya</source>
        <translation>Undone, the card stands as it did before</translation>
    </message>
    <message>
        <source>Batal, tetap dipakai</source>
        <translation>Cancel, keep using it</translation>
    </message>
    <message>
        <source>Batalkan</source>
        <translation>Cancel it</translation>
    </message>
    <message>
        <source>Batalkan catatan ini</source>
        <translation>Take this entry back</translation>
    </message>
    <message>
        <source>Batalkan gotong royong</source>
        <translation>Call the mutual aid off</translation>
    </message>
    <message>
        <source>Batalkan kiriman</source>
        <translation>Cancel the batch</translation>
    </message>
    <message>
        <source>Batalkan shift</source>
        <translation>Cancel the shift</translation>
    </message>
    <message>
        <source>Batas 3 x 24 jam</source>
        <translation>72 hours</translation>
    </message>
    <message>
        <source>Batas tanpa kabar</source>
        <translation>Time without a contact</translation>
    </message>
    <message>
        <source>Batas tanpa kabar sudah lewat. Tutup shift ini dalam {n} jam, lalu sinkronkan. Sesudah itu laptop tertutup.</source>
        <translation>The time without a contact is over. Close this shift within {n} hours, then sync. After that the laptop stays closed.</translation>
    </message>
    <message>
        <source>Batas tunggu data pusat</source>
        <translation>How long national data may take</translation>
    </message>
    <message>
        <source>Batas {due}: {left}.</source>
        <translation>Due {due}: {left}.</translation>
    </message>
    <message>
        <source>Batasnya mulai dihitung saat laptop didaftarkan.</source>
        <translation>It begins to count when the laptop is enrolled.</translation>
    </message>
    <message>
        <source>Baterai laptop</source>
        <translation>Laptop battery</translation>
    </message>
    <message>
        <source>Baterai laptop {left}</source>
        <translation>Laptop battery {left}</translation>
    </message>
    <message>
        <source>Bawa berkas terkunci ke kantor</source>
        <translation>Carry a locked file to the office</translation>
    </message>
    <message>
        <source>Bawa berkasnya ke kantor</source>
        <translation>Bring the file to the office</translation>
    </message>
    <message>
        <source>Bawa ke kantor. Semua tetap menunggu di sini sampai bukti terimanya dibaca.</source>
        <translation>Bring it to the office. Everything waits here until its receipt is read.</translation>
    </message>
    <message>
        <source>Beda dengan laptop ini</source>
        <translation>Different from this laptop</translation>
    </message>
    <message>
        <source>Beda dengan laptop ini, {n}</source>
        <translation>Different from this laptop, {n}</translation>
    </message>
    <message>
        <source>Bedanya dengan pusat kecil, dan jam tidak pernah mundur dari catatan.</source>
        <translation>It differs little from the centre, and never went back behind a record.</translation>
    </message>
    <message>
        <source>Begitu keluar, daftar tempel dihitung sebagai satu kabar untuk tiap warga di situ. Tanpa NIK dan nomor.</source>
        <translation>Once it is out, the posting counts as one notice for everybody on it. Without NIK and numbers.</translation>
    </message>
    <message>
        <source>Belum</source>
        <translation>Not yet</translation>
    </message>
    <message>
        <source>Belum 16 tahun</source>
        <translation>Under 16</translation>
    </message>
    <message>
        <source>Belum 16 tahun. Yang direkam mulai 16 tahun, atau sudah pernah kawin. Pilih Belum 16 tahun; kalau sudah kawin, pilih Terekam + catatan dan tulis buktinya.</source>
        <translation>Under 16. People are recorded from 16, or once married. Choose Under 16; if married, choose Recorded + note and write what showed it.</translation>
    </message>
    <message>
        <source>Belum 16 tahun. Yang direkam mulai 16 tahun, atau sudah pernah kawin. Pilih Tidak bisa direkam, lalu Datang lagi sesudah hari ulang tahunnya; kalau sudah kawin, pilih Terekam + catatan dan tulis buktinya.</source>
        <translation>Not 16 yet. People are recorded from 16 on, or if they have been married. Choose Can not be recorded, then Come again after the birthday; if married, choose Recorded + note and write down the proof.</translation>
    </message>
    <message>
        <source>Belum 17 tahun. Kartu dicetak mulai {day}.</source>
        <translation>Under 17. The card is printed from {day}.</translation>
    </message>
    <message>
        <source>Belum ada NIK</source>
        <translation>No NIK yet</translation>
    </message>
    <message>
        <source>Belum ada NIK, jadi belum bisa direkam. Kalau NIK-nya ketemu, ketik sekarang. Kalau memang belum dibuat, pilih Urus biodata dulu dan beri formulir F-1.01.</source>
        <translation>There is no NIK yet, so nobody can be recorded. If the NIK was found, type it now. If none was made yet, choose Biodata first and give form F-1.01.</translation>
    </message>
    <message>
        <source>Belum ada NIK, jadi belum bisa direkam. Kalau ada di KK, ketik di sini. Kalau memang belum dibuat, pilih Tidak bisa direkam, tinggalkan formulir F-1.01, dan tulis itu di catatan.</source>
        <translation>There is no NIK yet, so nobody can be recorded. If it is on the family card, type it here. If none was made yet, choose Cannot be recorded, leave form F-1.01, and write that in the note.</translation>
    </message>
    <message>
        <source>Belum ada NIK, jadi kartunya belum bisa dicetak. Tulis NIK-nya dulu.</source>
        <translation>There is no NIK yet, so the card cannot be printed. Write the NIK first.</translation>
    </message>
    <message>
        <source>Belum ada NIK: isi F-1.01 dulu. Kalau NIK memang belum dibuat, hasilnya Urus biodata dulu.</source>
        <translation>No NIK yet: fill in F-1.01 first. If the NIK really was never made, the outcome is Biodata first.</translation>
    </message>
    <message>
        <source>Belum ada angka</source>
        <translation>No figures yet</translation>
    </message>
    <message>
        <source>Belum ada angka penduduk. Perencana memasukkannya di halaman Kantor.</source>
        <translation>No population counts yet. The planner enters them on the Office page.</translation>
    </message>
    <message>
        <source>Belum ada apa-apa dari laptop ini. Centang kalau ikut dalam shift ini.</source>
        <translation>Nothing is here yet of these laptops. Tick those that took part in this shift.</translation>
    </message>
    <message>
        <source>Belum ada batas: laptop ini belum terdaftar di pusat.</source>
        <translation>No limit yet: this laptop is not enrolled at the centre.</translation>
    </message>
    <message>
        <source>Belum ada berkas</source>
        <translation>No files yet</translation>
    </message>
    <message>
        <source>Belum ada berkas. Pilih, atau tempel alamatnya di sini.</source>
        <translation>No file yet. Choose one, or paste its path here.</translation>
    </message>
    <message>
        <source>Belum ada bukti terima</source>
        <translation>No receipt yet</translation>
    </message>
    <message>
        <source>Belum ada bukti untuk meja lain.</source>
        <translation>There is no receipt for another table yet.</translation>
    </message>
    <message>
        <source>Belum ada buktinya. Pilih suratnya, atau siapa yang mengatakannya.</source>
        <translation>There is no evidence yet. Choose the paper, or who says so.</translation>
    </message>
    <message>
        <source>Belum ada cadangan di laptop ini.</source>
        <translation>There is no backup on this laptop yet.</translation>
    </message>
    <message>
        <source>Belum ada cadangan di laptop ini. Buat sekarang dengan Ctrl+Enter.</source>
        <translation>There is no backup on this laptop yet. Make one now with Ctrl+Enter.</translation>
    </message>
    <message>
        <source>Belum ada catatan di sini.</source>
        <translation>Nothing is noted here yet.</translation>
    </message>
    <message>
        <source>Belum ada daftar</source>
        <translation>No list yet</translation>
    </message>
    <message>
        <source>Belum ada daftar atau angka wajib KTP untuk tempat ini.</source>
        <translation>There is no list and no count of obligated residents for this place yet.</translation>
    </message>
    <message>
        <source>Belum ada daftar di laptop ini</source>
        <translation>No list on this laptop yet</translation>
    </message>
    <message>
        <source>Belum ada daftar di sini.</source>
        <translation>No list here yet.</translation>
    </message>
    <message>
        <source>Belum ada daftar sasaran.</source>
        <translation>No target list yet.</translation>
    </message>
    <message>
        <source>Belum ada daftar. Impor daftar dari admin data.</source>
        <translation>No list yet. Import one from the data admin.</translation>
    </message>
    <message>
        <source>Belum ada data pusat. Ambil berkas status dari admin data.</source>
        <translation>No data of the centre yet. Take in a status file from the database admin.</translation>
    </message>
    <message>
        <source>Belum ada dokumen.</source>
        <translation>No documents yet.</translation>
    </message>
    <message>
        <source>Belum ada gotong royong</source>
        <translation>No mutual aid yet</translation>
    </message>
    <message>
        <source>Belum ada kabar tentang kartu ini.</source>
        <translation>No notice about this card yet.</translation>
    </message>
    <message>
        <source>Belum ada kartu</source>
        <translation>No card yet</translation>
    </message>
    <message>
        <source>Belum ada kartu yang bisa dicetak</source>
        <translation>No card can be printed yet</translation>
    </message>
    <message>
        <source>Belum ada kartu yang boleh dikirim ke kecamatan ini.</source>
        <translation>No card may be sent to this district yet.</translation>
    </message>
    <message>
        <source>Belum ada kartu yang siap diambil</source>
        <translation>No card is ready to be fetched yet</translation>
    </message>
    <message>
        <source>Belum ada kartu: permintaan ini belum selesai di meja.</source>
        <translation>No card yet: this request is not finished at the table.</translation>
    </message>
    <message>
        <source>Belum ada kiriman</source>
        <translation>No batches yet</translation>
    </message>
    <message>
        <source>Belum ada kode awal di laptop ini. Minta kode baru ke kantor, sinkronkan, lalu coba lagi.</source>
        <translation>There is no start code on this laptop. Ask the office for a new one, sync, and try again.</translation>
    </message>
    <message>
        <source>Belum ada laptop terdaftar di sini. Sinkronkan, atau buat kode.</source>
        <translation>No laptop is known here yet. Sync, or make a code.</translation>
    </message>
    <message>
        <source>Belum ada laptop yang didaftarkan.</source>
        <translation>No laptop is enrolled yet.</translation>
    </message>
    <message>
        <source>Belum ada mutasi di sini.</source>
        <translation>No movements here yet.</translation>
    </message>
    <message>
        <source>Belum ada operator dengan sertifikat perekaman yang berlaku hari itu.</source>
        <translation>No operator with a recording certificate that holds on that day.</translation>
    </message>
    <message>
        <source>Belum ada orang di perhentian ini. Pilih dari yang menunggu.</source>
        <translation>Nobody is at this stop yet. Choose from those who wait.</translation>
    </message>
    <message>
        <source>Belum ada pekerjaan yang perlu dikirim.</source>
        <translation>There is no work to send yet.</translation>
    </message>
    <message>
        <source>Belum ada perhentian</source>
        <translation>No stop yet</translation>
    </message>
    <message>
        <source>Belum ada permintaan. Yang datang meminta datanya dijawab dalam 3 x 24 jam.</source>
        <translation>No requests yet. Whoever asks for the own data is answered within 72 hours.</translation>
    </message>
    <message>
        <source>Belum ada petugas di laptop ini</source>
        <translation>No officers on this laptop yet</translation>
    </message>
    <message>
        <source>Belum ada printer</source>
        <translation>No printer yet</translation>
    </message>
    <message>
        <source>Belum ada sesi</source>
        <translation>No session yet</translation>
    </message>
    <message>
        <source>Belum ada sesi: kartu dicetak di dalam shift, atau buka Cetak malam.</source>
        <translation>No session yet: cards are printed in a shift, or open a night of printing.</translation>
    </message>
    <message>
        <source>Belum ada shift</source>
        <translation>No shift yet</translation>
    </message>
    <message>
        <source>Belum ada shift yang bisa ditutup.</source>
        <translation>No shift to close yet.</translation>
    </message>
    <message>
        <source>Belum ada shift yang dibuka</source>
        <translation>No shift is open</translation>
    </message>
    <message>
        <source>Belum ada shift yang dibuka.</source>
        <translation>No shift is open yet.</translation>
    </message>
    <message>
        <source>Belum ada shift yang dibuka. Ketua tim membukanya di halaman Hari ini.</source>
        <translation>No shift is open yet. The team lead opens one on the Today page.</translation>
    </message>
    <message>
        <source>Belum ada shift yang diterbitkan untuk tujuh hari ini.</source>
        <translation>No shift is published for these seven days yet.</translation>
    </message>
    <message>
        <source>Belum ada target yang bisa ditandatangani.</source>
        <translation>There is no target to sign yet.</translation>
    </message>
    <message>
        <source>Belum ada target.</source>
        <translation>No target yet.</translation>
    </message>
    <message>
        <source>Belum ada target. Tetapkan per kecamatan dan desa/kelurahan.</source>
        <translation>No targets yet. Set them by district and village.</translation>
    </message>
    <message>
        <source>Belum ada usulan di kelurahan ini</source>
        <translation>No proposals in this village yet</translation>
    </message>
    <message>
        <source>Belum ada usulan yang dipilih. Tandai dulu dengan Spasi.</source>
        <translation>No proposal is chosen yet. Tick one with Space first.</translation>
    </message>
    <message>
        <source>Belum ada yang antre</source>
        <translation>Nobody is waiting</translation>
    </message>
    <message>
        <source>Belum ada yang dibuat. Periksa mapnya, atau daftarkan dulu dengan: fieldkit enrol</source>
        <translation>Nothing was made. Check the folder, or enrol first with: fieldkit enrol</translation>
    </message>
    <message>
        <source>Belum ada yang dibuka. Cari kunci dengan sidik {print} di brankas.</source>
        <translation>Nothing was opened. Look in the safe for the key with the print {print}.</translation>
    </message>
    <message>
        <source>Belum ada yang dibuka. Frasanya yang dipilih waktu kunci darurat dibuat; ketik lagi.</source>
        <translation>Nothing was opened. It is the passphrase that was chosen when the rescue key was made; type it again.</translation>
    </message>
    <message>
        <source>Belum ada yang dibuka. Salin juga berkas {name} dari map datanya, atau sinkronkan laptop kantor ini dulu.</source>
        <translation>Nothing was opened. Copy the file {name} from its data folder as well, or sync this office laptop first.</translation>
    </message>
    <message>
        <source>Belum ada yang dilayani</source>
        <translation>Nobody served yet</translation>
    </message>
    <message>
        <source>Belum ada yang dipilih</source>
        <translation>Nobody is chosen yet</translation>
    </message>
    <message>
        <source>Belum ada yang dipilih. Cari namanya, lalu tekan Enter.</source>
        <translation>Nothing is picked yet. Search for the name, then press Enter.</translation>
    </message>
    <message>
        <source>Belum ada yang direkam.</source>
        <translation>Nobody recorded yet.</translation>
    </message>
    <message>
        <source>Belum ada yang direncanakan</source>
        <translation>Nothing is planned yet</translation>
    </message>
    <message>
        <source>Belum ada yang disimpan. Jalankan lagi; kalau lupa, tidak ada yang bisa membukanya.</source>
        <translation>Nothing is saved yet. Run it again; if it is forgotten, nobody can open the data.</translation>
    </message>
    <message>
        <source>Belum ada yang ditandai terkirim, semua tetap menunggu di laptop ini. Kalau terulang, hubungi kantor.</source>
        <translation>Nothing is marked as sent, everything still waits on this laptop. If it happens again, contact the office.</translation>
    </message>
    <message>
        <source>Belum ada yang diubah. Buka di Notepad, hapus tanda kutip yang salah di baris itu (kalau kutipnya benar, jadikan isinya satu baris), simpan, lalu pilih lagi; atau minta berkas .xlsx ke admin data. Jangan simpan ulang dari Excel: orangnya ikut hilang.</source>
        <translation>Nothing was changed. Open it in Notepad, remove the wrong quotation marks in that row (where they are right, put what they hold on one line), save, then choose it again; or ask the data admin for an .xlsx file. Do not save it anew from Excel: the people would be lost too.</translation>
    </message>
    <message>
        <source>Belum ada yang diubah. Hapus kolom yang berisi teks panjang itu, simpan, lalu pilih lagi.</source>
        <translation>Nothing was changed. Delete the column with the long texts, save, then choose it again.</translation>
    </message>
    <message>
        <source>Belum ada yang diubah. Isinya satu objek JSON tiap baris, paling banyak 512 MB.</source>
        <translation>Nothing was changed. It should hold one JSON object a line, 512 MB at the most.</translation>
    </message>
    <message>
        <source>Belum ada yang diubah. Periksa letaknya, lalu coba lagi.</source>
        <translation>Nothing was changed. Check where it is, then try again.</translation>
    </message>
    <message>
        <source>Belum ada yang hilang. Tutup FieldKit yang lain, lalu coba lagi.</source>
        <translation>Nothing is lost. Close the other FieldKit, then try again.</translation>
    </message>
    <message>
        <source>Belum ada yang menunggu.</source>
        <translation>Nobody is waiting.</translation>
    </message>
    <message>
        <source>Belum ada yang selesai di shift ini.</source>
        <translation>Nobody is done with in this shift yet.</translation>
    </message>
    <message>
        <source>Belum ada yang terekam dari daftar ini, jadi lajunya belum diketahui.</source>
        <translation>Nobody of this list is recorded yet, so the pace is not known.</translation>
    </message>
    <message>
        <source>Belum beres:
{points}</source>
        <translation>Not settled yet:
{points}</translation>
    </message>
    <message>
        <source>Belum beres:
{points}
Bereskan dulu, atau tulis penjelasannya.</source>
        <translation>Still open:
{points}
Settle it first, or write the explanation.</translation>
    </message>
    <message>
        <source>Belum bisa</source>
        <translation>Not possible yet</translation>
    </message>
    <message>
        <source>Belum bisa dipakai sampai diterima.</source>
        <translation>It can not be used until it is received.</translation>
    </message>
    <message>
        <source>Belum bisa diterbitkan. Pilih:</source>
        <translation>It can not be published yet. Choose:</translation>
    </message>
    <message>
        <source>Belum bisa terbit</source>
        <translation>Can not be published yet</translation>
    </message>
    <message>
        <source>Belum bisa untuk kartu ini</source>
        <translation>Not for this card now</translation>
    </message>
    <message>
        <source>Belum boleh</source>
        <translation>Not yet</translation>
    </message>
    <message>
        <source>Belum diambil</source>
        <translation>Not collected</translation>
    </message>
    <message>
        <source>Belum dibuat</source>
        <translation>Not set</translation>
    </message>
    <message>
        <source>Belum dicetak</source>
        <translation>Not printed yet</translation>
    </message>
    <message>
        <source>Belum dihitung. Buka lagi sebentar lagi.</source>
        <translation>Not counted yet. Open again in a moment.</translation>
    </message>
    <message>
        <source>Belum dijawab ini nomor siapa. Tanyakan, lalu pilih Sendiri atau Keluarga.</source>
        <translation>Not answered yet whose number this is. Ask, then choose Own or Family.</translation>
    </message>
    <message>
        <source>Belum dikabari</source>
        <translation>Not told</translation>
    </message>
    <message>
        <source>Belum diketahui</source>
        <translation>Not known yet</translation>
    </message>
    <message>
        <source>Belum diperiksa: {names}.</source>
        <translation>Not checked yet: {names}.</translation>
    </message>
    <message>
        <source>Belum dipilih apa yang dilakukan sesudah ini.</source>
        <translation>Not chosen yet what is done after this.</translation>
    </message>
    <message>
        <source>Belum dipilih apa yang diusulkan.</source>
        <translation>What is proposed is not chosen yet.</translation>
    </message>
    <message>
        <source>Belum dipilih bagaimana dimusnahkan.</source>
        <translation>Not chosen yet how they are destroyed.</translation>
    </message>
    <message>
        <source>Belum dipilih daerah mana yang membantu.</source>
        <translation>Which regency helps is not chosen yet.</translation>
    </message>
    <message>
        <source>Belum dipilih daerah mana.</source>
        <translation>Not chosen yet which region.</translation>
    </message>
    <message>
        <source>Belum dipilih kenapa rusak. Pilih salah satu.</source>
        <translation>Not chosen yet why they are spoiled. Choose one.</translation>
    </message>
    <message>
        <source>Belum dipilih lembar mana.</source>
        <translation>No sheet is chosen yet.</translation>
    </message>
    <message>
        <source>Belum dipilih wilayah mana yang dibantu.</source>
        <translation>Which areas are helped is not chosen yet.</translation>
    </message>
    <message>
        <source>Belum dipilih.</source>
        <translation>Not chosen yet.</translation>
    </message>
    <message>
        <source>Belum dipilih. Pilih yang ternyata orang lain.</source>
        <translation>Nothing chosen. Choose who is somebody else after all.</translation>
    </message>
    <message>
        <source>Belum dipilih. Terima, rusak, atau kembalikan?</source>
        <translation>Not chosen yet. Receive, damaged, or return?</translation>
    </message>
    <message>
        <source>Belum disebut pusat</source>
        <translation>Not named by the centre</translation>
    </message>
    <message>
        <source>Belum disimpan</source>
        <translation>Not saved yet</translation>
    </message>
    <message>
        <source>Belum disimpan. Betulkan yang ditandai; isian lain tetap ada.</source>
        <translation>Not saved yet. Correct what is marked; the other answers are kept.</translation>
    </message>
    <message>
        <source>Belum ditandatangani seperti ini.</source>
        <translation>Not signed like this yet.</translation>
    </message>
    <message>
        <source>Belum ditanyakan. Rekam dua kali membuat data ganda dan kartunya tidak bisa dicetak.</source>
        <translation>Not asked yet. Recording twice makes a double and the card cannot be printed.</translation>
    </message>
    <message>
        <source>Belum ditulis alasannya. Lapangan membacanya di daftar.</source>
        <translation>The reason is not written yet. The field reads it in the list.</translation>
    </message>
    <message>
        <source>Belum ditulis berapa yang kembali. Hitung kepingnya.</source>
        <translation>Not written yet how many come back. Count the cards.</translation>
    </message>
    <message>
        <source>Belum ditulis dari mana tahunya. Tulis siapa yang ditanya, atau di mana.</source>
        <translation>It is not written how this is known. Write who was asked, or where.</translation>
    </message>
    <message>
        <source>Belum ditulis diminta ke mana. Sebut pusat atau provinsi.</source>
        <translation>Not written yet who is asked. Name the ministry or the province.</translation>
    </message>
    <message>
        <source>Belum ditulis ganda dengan siapa. Tulis nama dan RT-nya.</source>
        <translation>It is not written of whom this is the double. Write the name and RT.</translation>
    </message>
    <message>
        <source>Belum ditulis hubungannya dengan warga. Tulis singkat, misalnya anak, tetangga, atau ketua RT.</source>
        <translation>Not written yet how they know the resident. Keep it short, such as child, neighbour, or RT head.</translation>
    </message>
    <message>
        <source>Belum ditulis kenapa dibatalkan.</source>
        <translation>It is not written yet why it is called off.</translation>
    </message>
    <message>
        <source>Belum ditulis kenapa dibatalkan. Tulis singkat, lalu simpan.</source>
        <translation>Not written yet why it is cancelled. Write a few words, then save.</translation>
    </message>
    <message>
        <source>Belum ditulis laptop tamu mana yang memakai daftar.</source>
        <translation>Which guest laptops use the lists is not written yet.</translation>
    </message>
    <message>
        <source>Belum ditulis siapa yang bisa dihubungi. Tulis namanya, misalnya anak, tetangga, atau ketua RT.</source>
        <translation>Not written yet who can be reached. Write the name, such as a child, a neighbour, or the RT head.</translation>
    </message>
    <message>
        <source>Belum ditulis siapa yang meminta. Petugas kunjungan bertanya ke orang ini dulu.</source>
        <translation>Not written yet who asks. The visiting officer talks to this person first.</translation>
    </message>
    <message>
        <source>Belum ditulis siapa yang menghitung.</source>
        <translation>Not written yet who counted.</translation>
    </message>
    <message>
        <source>Belum ditulis siapa yang menyerahkan atau menerima di pihak sana.</source>
        <translation>Not written yet who gives or receives on the other side.</translation>
    </message>
    <message>
        <source>Belum jelas</source>
        <translation>Unclear</translation>
    </message>
    <message>
        <source>Belum jelas sampai atau tidak</source>
        <translation>Unclear whether it arrived</translation>
    </message>
    <message>
        <source>Belum kawin</source>
        <translation>Single</translation>
    </message>
    <message>
        <source>Belum melapor</source>
        <translation>Not yet heard from</translation>
    </message>
    <message>
        <source>Belum melapor: {names}.</source>
        <translation>Not reported: {names}.</translation>
    </message>
    <message>
        <source>Belum pernah ditetapkan: yang berlaku bawaan.</source>
        <translation>Never ruled so far: the default holds.</translation>
    </message>
    <message>
        <source>Belum pernah melapor. Yang ditulis di sana tidak diketahui.</source>
        <translation>Never reported. What was written there is not known.</translation>
    </message>
    <message>
        <source>Belum pernah sinkron</source>
        <translation>Never synced</translation>
    </message>
    <message>
        <source>Belum rekam</source>
        <translation>Unrecorded</translation>
    </message>
    <message>
        <source>Belum rekam di pusat</source>
        <translation>Not recorded at the centre</translation>
    </message>
    <message>
        <source>Belum sampai di pusat</source>
        <translation>Not arrived at the centre</translation>
    </message>
    <message>
        <source>Belum selesai dilayani</source>
        <translation>Not served yet</translation>
    </message>
    <message>
        <source>Belum sinkron sejak FieldKit dibuka</source>
        <translation>No sync since FieldKit was opened</translation>
    </message>
    <message>
        <source>Belum terdaftar di pusat</source>
        <translation>Not registered at centre</translation>
    </message>
    <message>
        <source>Belum terkirim</source>
        <translation>Unsent</translation>
    </message>
    <message>
        <source>Bentrok</source>
        <translation>Clash</translation>
    </message>
    <message>
        <source>Bentrok dibiarkan</source>
        <translation>Clash left as it is</translation>
    </message>
    <message>
        <source>Bentrok dibiarkan, alasannya tercatat</source>
        <translation>The clash stays, its reason is noted</translation>
    </message>
    <message>
        <source>Bentrok kembali terbuka</source>
        <translation>The clash is open again</translation>
    </message>
    <message>
        <source>Berakhir</source>
        <translation>Ended</translation>
    </message>
    <message>
        <source>Berapa menit untuk kunjungan</source>
        <translation>How many minutes are for visits</translation>
    </message>
    <message>
        <source>Berhenti</source>
        <translation>Left</translation>
    </message>
    <message>
        <source>Berhenti SMS</source>
        <translation>Stop of SMS</translation>
    </message>
    <message>
        <source>Berhenti di pusat. Baca tindakannya, lalu hubungi warganya.</source>
        <translation>Stopped at the centre. Read what to do, then call the person.</translation>
    </message>
    <message>
        <source>Berhenti memakai frasa</source>
        <translation>Stop using a passphrase</translation>
    </message>
    <message>
        <source>Beri salinan dan jawab</source>
        <translation>Give a copy and answer</translation>
    </message>
    <message>
        <source>Berikutnya, PgDn</source>
        <translation>Next, PgDn</translation>
    </message>
    <message>
        <source>Berita acara</source>
        <translation>Handover record</translation>
    </message>
    <message>
        <source>Berita acara dan rekap</source>
        <translation>Records and totals</translation>
    </message>
    <message>
        <source>Berita acara dikirim ke printer</source>
        <translation>Handover record sent to the printer</translation>
    </message>
    <message>
        <source>Berita acara ini tidak bisa dibaca.</source>
        <translation>This handover record can not be read.</translation>
    </message>
    <message>
        <source>Berita acara kartu ke kecamatan</source>
        <translation>Handover record of cards to the district</translation>
    </message>
    <message>
        <source>Berita acara tersimpan</source>
        <translation>Handover record saved</translation>
    </message>
    <message>
        <source>Berita acara tim</source>
        <translation>Team closing record</translation>
    </message>
    <message>
        <source>Berita acara {number} ditandatangani. Cetak dengan Ctrl+P.</source>
        <translation>Handover record {number} is signed. Print it with Ctrl+P.</translation>
    </message>
    <message>
        <source>Berita acara, rekap bulanan, stok hari ini</source>
        <translation>Handover records, monthly totals, stock of the day</translation>
    </message>
    <message>
        <source>Berjalan</source>
        <translation>Running</translation>
    </message>
    <message>
        <source>Berkas</source>
        <translation>File</translation>
    </message>
    <message>
        <source>Berkas aslinya tidak diubah</source>
        <translation>The original file is not changed</translation>
    </message>
    <message>
        <source>Berkas bantuan</source>
        <translation>Support file</translation>
    </message>
    <message>
        <source>Berkas bantuan ditulis. Isinya hanya yang tampil di atas; kirim ke kantor.</source>
        <translation>The support file is written. It holds only what is shown above; send it to the office.</translation>
    </message>
    <message>
        <source>Berkas bantuan tersimpan</source>
        <translation>Support file saved</translation>
    </message>
    <message>
        <source>Berkas bantuan untuk kantor</source>
        <translation>Help file for the office</translation>
    </message>
    <message>
        <source>Berkas bantuan untuk kantor, tanpa data pribadi</source>
        <translation>Support file for the office, without personal data</translation>
    </message>
    <message>
        <source>Berkas belum ditulis: tempat yang dipilih penuh.</source>
        <translation>The file was not written: the chosen place is full.</translation>
    </message>
    <message>
        <source>Berkas belum ditulis: tempat yang dipilih tidak bisa ditulisi.</source>
        <translation>The file was not written: the chosen place can not be written to.</translation>
    </message>
    <message>
        <source>Berkas cadangan itu tidak ada.</source>
        <translation>That backup file is not there.</translation>
    </message>
    <message>
        <source>Berkas daftar</source>
        <translation>List file</translation>
    </message>
    <message>
        <source>Berkas data</source>
        <translation>Data file</translation>
    </message>
    <message>
        <source>Berkas data bisa dibuka kantor, cadangan itu belum tentu.</source>
        <translation>The office can open the data file, but maybe not that backup.</translation>
    </message>
    <message>
        <source>Berkas data laptop ini tidak ada lagi.</source>
        <translation>The data file of this laptop is gone.</translation>
    </message>
    <message>
        <source>Berkas data rusak di {n} bagian.</source>
        <translation>The data file is damaged in {n} parts.</translation>
    </message>
    <message>
        <source>Berkas data utuh, bentuknya dari FieldKit yang lebih lama.</source>
        <translation>The data file is whole, in the form of an older FieldKit.</translation>
    </message>
    <message>
        <source>Berkas data utuh.</source>
        <translation>The data file is whole.</translation>
    </message>
    <message>
        <source>Berkas ditarik</source>
        <translation>File taken back</translation>
    </message>
    <message>
        <source>Berkas ini bukan daftar Excel atau CSV.</source>
        <translation>This file is not an Excel or CSV list.</translation>
    </message>
    <message>
        <source>Berkas ini bukan sertifikat (PEM). Minta berkas yang benar ke kantor.</source>
        <translation>This file is not a certificate (PEM). Ask the office for the right one.</translation>
    </message>
    <message>
        <source>Berkas ini dikunci kata sandi.</source>
        <translation>This file is locked with a password.</translation>
    </message>
    <message>
        <source>Berkas ini ditulis FieldKit yang lebih baru.</source>
        <translation>A newer FieldKit wrote this file.</translation>
    </message>
    <message>
        <source>Berkas ini halaman web yang diberi nama Excel.</source>
        <translation>This file is a web page with an Excel name.</translation>
    </message>
    <message>
        <source>Berkas ini keadaan per tanggal berapa? Tulis seperti 05-01-2018.</source>
        <translation>Of which date is this file? Write it like 05-01-2018.</translation>
    </message>
    <message>
        <source>Berkas ini lebih besar dari 100 MB.</source>
        <translation>This file is larger than 100 MB.</translation>
    </message>
    <message>
        <source>Berkas ini rusak atau belum lengkap.</source>
        <translation>This file is damaged or incomplete.</translation>
    </message>
    <message>
        <source>Berkas ini rusak atau terpotong.</source>
        <translation>This file is damaged or cut short.</translation>
    </message>
    <message>
        <source>Berkas ini rusak, atau dibuat untuk merusak.</source>
        <translation>This file is damaged, or built to do harm.</translation>
    </message>
    <message>
        <source>Berkas ini sudah berlaku lagi.</source>
        <translation>This file counts again already.</translation>
    </message>
    <message>
        <source>Berkas ini sudah ditarik.</source>
        <translation>This file has been taken back already.</translation>
    </message>
    <message>
        <source>Berkas ini tidak bisa dibuka.</source>
        <translation>This file cannot be opened.</translation>
    </message>
    <message>
        <source>Berkas itu kosong, atau terlalu besar.</source>
        <translation>That file is empty, or too large.</translation>
    </message>
    <message>
        <source>Berkas itu sudah ada.</source>
        <translation>That file is there already.</translation>
    </message>
    <message>
        <source>Berkas itu tidak bisa dibaca.</source>
        <translation>That file can not be read.</translation>
    </message>
    <message>
        <source>Berkas kunci darurat</source>
        <translation>Rescue key file</translation>
    </message>
    <message>
        <source>Berkas kurang</source>
        <translation>Papers missing</translation>
    </message>
    <message>
        <source>Berkas lain</source>
        <translation>Another file</translation>
    </message>
    <message>
        <source>Berkas memuat nama dan alamat, dan tidak terkunci. Hapus sesudah dicetak.</source>
        <translation>The file holds names and addresses and is not locked. Delete it after printing.</translation>
    </message>
    <message>
        <source>Berkas memuat nama dan tidak terkunci. Hapus sesudah dicetak.</source>
        <translation>The files hold names and are not locked. Delete them once they are printed.</translation>
    </message>
    <message>
        <source>Berkas rusak atau kuncinya lain; tidak ada yang ditimpa. Pulihkan cadangan terakhir.</source>
        <translation>The file is damaged or has another key; nothing was overwritten. Restore the last backup.</translation>
    </message>
    <message>
        <source>Berkas sedang dibaca.</source>
        <translation>The file is being read.</translation>
    </message>
    <message>
        <source>Berkas sertifikat pusat</source>
        <translation>Certificate file of the centre</translation>
    </message>
    <message>
        <source>Berkas sertifikat tidak bisa dibaca. Periksa letaknya, lalu coba lagi.</source>
        <translation>The certificate file cannot be read. Check where it is, then try again.</translation>
    </message>
    <message>
        <source>Berkas yang ditandatangani tetap tersimpan. Beri tahu kantor, sebutkan nomornya.</source>
        <translation>What was signed is still kept. Tell the office its number.</translation>
    </message>
    <message>
        <source>Berkas yang masuk</source>
        <translation>Files that came in</translation>
    </message>
    <message>
        <source>Berkas {name} berisi kata sandi dan bisa dibaca orang lain.</source>
        <translation>The file {name} holds passwords and can be read by others.</translation>
    </message>
    <message>
        <source>Berkas {name} bukan cadangan untuk basis data ini.</source>
        <translation>The file {name} is not a backup for this kind of database.</translation>
    </message>
    <message>
        <source>Berkas {name} sudah ada.</source>
        <translation>The file {name} exists already.</translation>
    </message>
    <message>
        <source>Berkas {name} tidak bisa dibaca sebagai cadangan pusat.</source>
        <translation>The file {name} can not be read as a backup of the centre.</translation>
    </message>
    <message>
        <source>Berkas {name} tidak bisa dibaca.</source>
        <translation>The file {name} can not be read.</translation>
    </message>
    <message>
        <source>Berkas {name} tidak bisa ditulis.</source>
        <translation>The file {name} can not be written.</translation>
    </message>
    <message>
        <source>Berkasnya ada di kantor. Kartunya dicetak di kantor setelah datanya selesai.</source>
        <translation>The papers are at the office. The card is printed there once the data are done.</translation>
    </message>
    <message>
        <source>Berkasnya belum dipilih. Bawa dari brankas kantor di USB.</source>
        <translation>No file is chosen yet. Bring it from the office safe on a USB stick.</translation>
    </message>
    <message>
        <source>Berkasnya memuat nama dan alamat warga dan tidak terkunci. Simpan di USB, hapus sesudah dicetak.</source>
        <translation>The file holds names and addresses of residents and is not locked. Save it on a USB stick, delete it after printing.</translation>
    </message>
    <message>
        <source>Berkasnya memuat nama dan nomor warga, tidak terkunci. Simpan di USB, hapus sesudah dicetak.</source>
        <translation>The file holds names and numbers and is not locked. Save it on a USB stick, delete it after printing.</translation>
    </message>
    <message>
        <source>Berkasnya memuat nama warga dan tidak terkunci. Simpan di USB, hapus sesudah dicetak.</source>
        <translation>The files hold names of residents and are not locked. Put them on a stick, and delete them once they are printed.</translation>
    </message>
    <message>
        <source>Berkasnya rusak, atau salinan kuncinya dari laptop lain. Coba cadangan terakhirnya.</source>
        <translation>The file is damaged, or the key copy is of another laptop. Try its last backup.</translation>
    </message>
    <message>
        <source>Berkasnya tidak bisa dibaca atau ditulis. Periksa letaknya, lalu coba lagi.</source>
        <translation>The file can not be read or written. Check where it is, then try again.</translation>
    </message>
    <message>
        <source>Berkasnya tidak bisa dibaca. Periksa letaknya, lalu coba lagi.</source>
        <translation>The file can not be read. Check where it is, then try again.</translation>
    </message>
    <message>
        <source>Berlaku</source>
        <translation>Valid</translation>
    </message>
    <message>
        <source>Berlaku dari</source>
        <translation>Valid from</translation>
    </message>
    <message>
        <source>Berlaku di laptop ini saja. Tanpa printer, kode resi tetap ada di layar.</source>
        <translation>For this laptop only. Without a printer the receipt code is still on the screen.</translation>
    </message>
    <message>
        <source>Berlaku di tiap laptop sesudah laptop itu tersambung.</source>
        <translation>Holds on each laptop once that laptop has synced.</translation>
    </message>
    <message>
        <source>Berlaku mulai</source>
        <translation>Holds from</translation>
    </message>
    <message>
        <source>Berlaku mulai harinya, tanpa tanda tangan. Hari yang lewat tidak berubah.</source>
        <translation>Holds from its day on, without a signature. Days that are past do not change.</translation>
    </message>
    <message>
        <source>Berlaku mulai harinya.</source>
        <translation>Holds from its day on.</translation>
    </message>
    <message>
        <source>Berlaku mulai {day} di laptop yang sudah sinkron.</source>
        <translation>Holds from {day} on, on laptops that have synced.</translation>
    </message>
    <message>
        <source>Berlaku mulai {day}.</source>
        <translation>Holds from {day} on.</translation>
    </message>
    <message>
        <source>Berlaku saat itu juga, bagi semua yang memakai laptop ini.</source>
        <translation>In force at once, for everyone who uses this laptop.</translation>
    </message>
    <message>
        <source>Berlaku sampai sebelum mulai berlaku. Betulkan salah satu tanggalnya.</source>
        <translation>It ends before it begins. Correct one of the dates.</translation>
    </message>
    <message>
        <source>Berlaku sesudah laptop ini dan laptop tujuan sinkron. Berikan langsung kepada orangnya.</source>
        <translation>Works once this laptop and the other one have synced. Give it to the person directly.</translation>
    </message>
    <message>
        <source>Berlaku sesudah laptop ini sinkron. Ketik di laptop baru, di layar pendaftaran.</source>
        <translation>Works once this laptop has synced. Type it on the new laptop, on the screen of enrolment.</translation>
    </message>
    <message>
        <source>Berlaku sesudah sinkron.</source>
        <translation>Holds after the next sync.</translation>
    </message>
    <message>
        <source>Berlaku setelah ditandatangani kepala dinas.</source>
        <translation>Holds once the head of the office has signed it.</translation>
    </message>
    <message>
        <source>Berlakukan lagi</source>
        <translation>Let it count again</translation>
    </message>
    <message>
        <source>Berlakukan lagi versi lama yang terpilih</source>
        <translation>Make the older version that is selected active again</translation>
    </message>
    <message>
        <source>Bersama</source>
        <translation>Together</translation>
    </message>
    <message>
        <source>Bertemu di</source>
        <translation>Meet at</translation>
    </message>
    <message>
        <source>Bertugas</source>
        <translation>At work</translation>
    </message>
    <message>
        <source>Berubah {day}</source>
        <translation>Changes {day}</translation>
    </message>
    <message>
        <source>Betulkan alasan dan catatannya, lalu tutup lagi. Yang lupa dicatat ditambah di laptop mejanya.</source>
        <translation>Correct the reason and the remarks, then close again. Who was forgotten is added on the laptop of its table.</translation>
    </message>
    <message>
        <source>Betulkan baris itu, atau hapus berkasnya dari map templates.</source>
        <translation>Mend that line, or delete the file from the folder templates.</translation>
    </message>
    <message>
        <source>Betulkan saat sempat, urutan catatan tetap benar.</source>
        <translation>Set it when there is time, the order of the entries stays right.</translation>
    </message>
    <message>
        <source>Betulkan tanggal dan jam laptop. Kalau besok salah lagi, baterai jamnya perlu diganti.</source>
        <translation>Set the laptop's date and time right. If they are wrong again tomorrow, the battery of its clock needs replacing.</translation>
    </message>
    <message>
        <source>Betulkan yang salah, hitung blangko, lalu tutup lagi.</source>
        <translation>Correct what is wrong, count the blanks, then close again.</translation>
    </message>
    <message>
        <source>Betulkan yang salah, hitung blangko, lalu tutup lagi. Penutupan baru menyebut yang lama.</source>
        <translation>Correct what is wrong, count the blanks, then close again. The new closing names the old one.</translation>
    </message>
    <message>
        <source>Betulkan yang salah, lalu tutup lagi. Yang lupa dicatat dilayani lagi di meja ini dulu.</source>
        <translation>Correct what is wrong, then close again. Who was forgotten is first served again at this table.</translation>
    </message>
    <message>
        <source>Biarkan bentrok</source>
        <translation>Leave the clash</translation>
    </message>
    <message>
        <source>Biarkan, tulis alasan …</source>
        <translation>Leave it, write why …</translation>
    </message>
    <message>
        <source>Biasanya karena Excel membulatkan. Bandingkan beberapa dengan KK, atau minta daftar dengan NIK teks.</source>
        <translation>Usually because Excel rounded them. Compare some with the KK, or ask for a list with the NIK as text.</translation>
    </message>
    <message>
        <source>Biasanya salinannya terputus. Salin ulang dari sumbernya, lalu pilih lagi. Daftar yang ada tidak berubah.</source>
        <translation>Usually the copying broke off. Copy it again from its source, then choose it again. The lists here are unchanged.</translation>
    </message>
    <message>
        <source>Bisa dicetak</source>
        <translation>Can be printed</translation>
    </message>
    <message>
        <source>Bisa dicetak di sini</source>
        <translation>Printable here</translation>
    </message>
    <message>
        <source>Bisa dicetak kini</source>
        <translation>Can be printed now</translation>
    </message>
    <message>
        <source>Bisa dicetak sekarang: giliran ke-{n}, {waited}.</source>
        <translation>Can be printed now: turn {n}, {waited}.</translation>
    </message>
    <message>
        <source>Bisa dimulai pada {day}.</source>
        <translation>Can begin on {day}.</translation>
    </message>
    <message>
        <source>Bisa diselesaikan sesudah {day}.</source>
        <translation>Can be settled after {day}.</translation>
    </message>
    <message>
        <source>Bisa masuk lagi dengan PIN yang sudah dibuat, atau dengan kode baru.</source>
        <translation>Can sign in again with the PIN that was set, or with a new code.</translation>
    </message>
    <message>
        <source>Blangko</source>
        <translation>Blanks</translation>
    </message>
    <message>
        <source>Blangko belum dihitung. Hitung keping yang dibawa, 0 kalau tidak ada.</source>
        <translation>Blanks are not counted yet. Count the pieces that are taken along, 0 if there are none.</translation>
    </message>
    <message>
        <source>Blangko cacat</source>
        <translation>Faulty blank</translation>
    </message>
    <message>
        <source>Blangko dan kartu</source>
        <translation>Blanks and cards</translation>
    </message>
    <message>
        <source>Blangko di catatan meja ini habis. Catat dulu blangko yang datang di Hari ini.</source>
        <translation>This table has no blanks left in its books. Note the blanks that came on Today first.</translation>
    </message>
    <message>
        <source>Blangko di sini</source>
        <translation>Blanks here</translation>
    </message>
    <message>
        <source>Blangko di tangan</source>
        <translation>Blanks on hand</translation>
    </message>
    <message>
        <source>Blangko dibawa</source>
        <translation>Blanks taken</translation>
    </message>
    <message>
        <source>Blangko dibawa belum diisi. Hitung kepingnya; kalau tidak membawa, tulis 0.</source>
        <translation>Blanks taken is empty. Count them; if none are taken along, write 0.</translation>
    </message>
    <message>
        <source>Blangko dibawa {n}, belum dihitung kembali</source>
        <translation>Blanks taken {n}, not counted again yet</translation>
    </message>
    <message>
        <source>Blangko dibawa {n}, dihitung kembali {counted}</source>
        <translation>Blanks taken {n}, counted again {counted}</translation>
    </message>
    <message>
        <source>Blangko habis</source>
        <translation>Blanks ran out</translation>
    </message>
    <message>
        <source>Blangko meja ini</source>
        <translation>Blanks of this table</translation>
    </message>
    <message>
        <source>Blangko tinggal {blanks}, dan yang lebih dulu menurut urutan cetak masih cukup banyak. Kartu ini tertunda, tetap di daftar. Kalau mendesak, minta persetujuan ketua tim.</source>
        <translation>{blanks} blanks are left, and those who come first in the print order need all of them. This card is postponed and stays on the list. If it is urgent, ask the team lead to approve it.</translation>
    </message>
    <message>
        <source>Blangko yang ada</source>
        <translation>Blanks on hand</translation>
    </message>
    <message>
        <source>Blangko yang dibawa</source>
        <translation>Blanks brought</translation>
    </message>
    <message>
        <source>Blangko yang keluar dari satu pemegang lebih banyak daripada yang diterima. Hitung ulang dan cari catatan serah terima yang belum masuk.</source>
        <translation>One holder gave out more blanks than it received. Count again, and look for a handover that was not noted.</translation>
    </message>
    <message>
        <source>Blangko: {words}</source>
        <translation>Blanks: {words}</translation>
    </message>
    <message>
        <source>Boleh cetak</source>
        <translation>May print</translation>
    </message>
    <message>
        <source>Boleh dikirim</source>
        <translation>May be sent</translation>
    </message>
    <message>
        <source>Boleh dikirimi SMS</source>
        <translation>May be sent SMS</translation>
    </message>
    <message>
        <source>Boleh diputus kapan saja</source>
        <translation>Safe to cut at any time</translation>
    </message>
    <message>
        <source>Boleh diputus: lanjut dari ke-{n}</source>
        <translation>Safe to cut: goes on from no. {n}</translation>
    </message>
    <message>
        <source>Brankas kunci di laptop ini masih terkunci.</source>
        <translation>The key store of this laptop is still locked.</translation>
    </message>
    <message>
        <source>Brankas kunci di laptop ini menolak.</source>
        <translation>The key store of this laptop refused.</translation>
    </message>
    <message>
        <source>Bu</source>
        <translation>Ma'am</translation>
    </message>
    <message>
        <source>Buang</source>
        <translation>Discard</translation>
    </message>
    <message>
        <source>Buang konsep</source>
        <translation>Discard the draft</translation>
    </message>
    <message>
        <source>Buat PIN dan masuk</source>
        <translation>Set PIN and sign in</translation>
    </message>
    <message>
        <source>Buat kata sandi</source>
        <translation>Set a passphrase</translation>
    </message>
    <message>
        <source>Buat kode</source>
        <translation>Make a code</translation>
    </message>
    <message>
        <source>Buat lembar</source>
        <translation>Make sheets</translation>
    </message>
    <message>
        <source>Buat surat</source>
        <translation>Make letter</translation>
    </message>
    <message>
        <source>Buka</source>
        <translation>Open</translation>
    </message>
    <message>
        <source>Buka FieldKit sekali selagi laptop dicas.</source>
        <translation>Open FieldKit once while the laptop is charging.</translation>
    </message>
    <message>
        <source>Buka Sinkronisasi (F9), lalu Rincian.</source>
        <translation>Open Sync (F9), then Details.</translation>
    </message>
    <message>
        <source>Buka berkas ini di Excel, tunggu sampai isinya tampak, simpan, lalu pilih lagi.</source>
        <translation>Open this file in Excel, wait until its contents show, save, then choose it again.</translation>
    </message>
    <message>
        <source>Buka cetak malam</source>
        <translation>Open the night</translation>
    </message>
    <message>
        <source>Buka daftar kerja yang terpilih</source>
        <translation>Open the work list that is selected</translation>
    </message>
    <message>
        <source>Buka data laptop ini</source>
        <translation>Open this laptop's data</translation>
    </message>
    <message>
        <source>Buka dengan kunci darurat</source>
        <translation>Open with the rescue key</translation>
    </message>
    <message>
        <source>Buka dengan kunci darurat kantor</source>
        <translation>Open with the office's rescue key</translation>
    </message>
    <message>
        <source>Buka di Excel, simpan sebagai Excel Workbook (.xlsx), lalu pilih berkas yang baru.</source>
        <translation>Open it in Excel, save as Excel Workbook (.xlsx), then choose the new file.</translation>
    </message>
    <message>
        <source>Buka di Excel, simpan tanpa kata sandi, lalu pilih lagi. Hapus salinan itu setelah daftarnya masuk.</source>
        <translation>Open it in Excel, save it without a password, then choose it again. Delete that copy once the list is in.</translation>
    </message>
    <message>
        <source>Buka di halaman Kartu</source>
        <translation>Open on the Cards page</translation>
    </message>
    <message>
        <source>Buka lagi</source>
        <translation>Open again</translation>
    </message>
    <message>
        <source>Buka lagi &amp; tanda tangani</source>
        <translation>Reopen &amp; sign</translation>
    </message>
    <message>
        <source>Buka lagi {shift}</source>
        <translation>Reopen {shift}</translation>
    </message>
    <message>
        <source>Buka lagi, atau koreksi</source>
        <translation>Reopen, or correct</translation>
    </message>
    <message>
        <source>Buka laptop ini</source>
        <translation>Open this laptop</translation>
    </message>
    <message>
        <source>Buka meja Aturan</source>
        <translation>Open the desk Rules</translation>
    </message>
    <message>
        <source>Buka orangnya</source>
        <translation>Open the person</translation>
    </message>
    <message>
        <source>Buka shift</source>
        <translation>Open shift</translation>
    </message>
    <message>
        <source>Buka shift itu dengan Ctrl+G, betulkan yang salah, lalu tutup lagi.</source>
        <translation>Open that shift with Ctrl+G, correct what is wrong, then close it again.</translation>
    </message>
    <message>
        <source>Buka warga yang disorot</source>
        <translation>Open the marked resident</translation>
    </message>
    <message>
        <source>Bukan objek JSON yang dikenal ({what}).</source>
        <translation>Not a JSON object of a known kind ({what}).</translation>
    </message>
    <message>
        <source>Bukti dan perhatian</source>
        <translation>Receipts and attention</translation>
    </message>
    <message>
        <source>Bukti dari USB</source>
        <translation>Receipt from USB</translation>
    </message>
    <message>
        <source>Bukti dari pusat datang setelah kiriman pertama.</source>
        <translation>The centre's proof comes after the first sync.</translation>
    </message>
    <message>
        <source>Bukti ini asli dan berlaku: pusat memegang perubahan 1 sampai {n} dari {origin}. Ditandatangani {when}.</source>
        <translation>This receipt is genuine and stands: the centre holds changes 1 to {n} of {origin}. Signed {when}.</translation>
    </message>
    <message>
        <source>Bukti ini asli, tetapi di pusat perubahan {n} dari {origin} sekarang lain. Cocokkan dengan laptopnya.</source>
        <translation>This receipt is genuine, but at the centre change {n} of {origin} is another one now. Compare with the laptop.</translation>
    </message>
    <message>
        <source>Bukti ini asli, tetapi pusat sekarang memegang {origin} hanya sampai {held} dari {n}. Sambungkan laptopnya: yang kurang dikirim lagi sendiri.</source>
        <translation>This receipt is genuine, but the centre now holds {origin} only up to {held} of {n}. Connect the laptop: it sends what is missing by itself.</translation>
    </message>
    <message>
        <source>Bukti ini bukan dari pusat ini, atau isinya sudah diubah. Jangan dipakai.</source>
        <translation>This receipt is not of this centre, or was changed. Do not rely on it.</translation>
    </message>
    <message>
        <source>Bukti ini bukan dari pusat laptop ini.</source>
        <translation>This receipt is not from this laptop's centre.</translation>
    </message>
    <message>
        <source>Bukti ini dari sebelum pusat dipulihkan.</source>
        <translation>This receipt is from before the centre was restored.</translation>
    </message>
    <message>
        <source>Bukti ini sudah pernah dibaca, atau kirimannya sudah sampai lewat jalan lain.</source>
        <translation>This receipt was read before, or its work arrived by another road.</translation>
    </message>
    <message>
        <source>Bukti ini untuk laptop lain.</source>
        <translation>This receipt is for another laptop.</translation>
    </message>
    <message>
        <source>Bukti perekaman dilihat</source>
        <translation>Recording receipt seen</translation>
    </message>
    <message>
        <source>Bukti perubahan data dilihat</source>
        <translation>Proof of the data change seen</translation>
    </message>
    <message>
        <source>Bukti rekam</source>
        <translation>Recording receipt</translation>
    </message>
    <message>
        <source>Bukti siap</source>
        <translation>Receipt ready</translation>
    </message>
    <message>
        <source>Bukti terima</source>
        <translation>Receipts</translation>
    </message>
    <message>
        <source>Bukti terima FieldKit</source>
        <translation>FieldKit receipt</translation>
    </message>
    <message>
        <source>Bukti terima dari kantor sudah dibaca</source>
        <translation>The office's receipt was read</translation>
    </message>
    <message>
        <source>Bukti terima terakhir</source>
        <translation>Last receipt</translation>
    </message>
    <message>
        <source>Bukti terima terakhir {ago}; {n} catatan menunggu.</source>
        <translation>Last receipt: {ago}; {n} records wait.</translation>
    </message>
    <message>
        <source>Bukti terima yang datang tidak bisa dipercaya.</source>
        <translation>The receipt that came cannot be trusted.</translation>
    </message>
    <message>
        <source>Bukti yang ditulis: {files}.</source>
        <translation>Receipts written: {files}.</translation>
    </message>
    <message>
        <source>Buktinya</source>
        <translation>Evidence</translation>
    </message>
    <message>
        <source>Buktinya datang setelah kiriman mereka sampai di pusat lewat laptop ini. Sinkronkan dulu.</source>
        <translation>It comes once their bundle has reached the centre through this laptop. Sync first.</translation>
    </message>
    <message>
        <source>Buku kerja Excel (.xlsx)</source>
        <translation>Excel workbook (.xlsx)</translation>
    </message>
    <message>
        <source>Cabut</source>
        <translation>Take back</translation>
    </message>
    <message>
        <source>Cabut dulu laptop yang kurang (server revoke). Kalau daftarnya benar, ulangi: --yes</source>
        <translation>First revoke the laptops that are missing here (server revoke). If the list is right, run this again with --yes</translation>
    </message>
    <message>
        <source>Cabut kalau tidak segera ditemukan.</source>
        <translation>Revoke it if it is not found soon.</translation>
    </message>
    <message>
        <source>Cabut laptop</source>
        <translation>Shut out</translation>
    </message>
    <message>
        <source>Cabut target</source>
        <translation>Take back</translation>
    </message>
    <message>
        <source>Cabut {name}</source>
        <translation>Revoke {name}</translation>
    </message>
    <message>
        <source>Cadangan</source>
        <translation>Backup</translation>
    </message>
    <message>
        <source>Cadangan belum dibuat: penyimpanan laptop penuh.</source>
        <translation>No backup was made: this laptop's storage is full.</translation>
    </message>
    <message>
        <source>Cadangan dan kunci laptop ini</source>
        <translation>Backups and key of this laptop</translation>
    </message>
    <message>
        <source>Cadangan data</source>
        <translation>Data backup</translation>
    </message>
    <message>
        <source>Cadangan di laptop ini sudah dibuat dan diperiksa. Pakai USB lain, lalu cadangkan lagi.</source>
        <translation>The backup on this laptop was made and checked. Use another USB stick, then back up again.</translation>
    </message>
    <message>
        <source>Cadangan di laptop ini sudah dibuat dan diperiksa. Pasang USB-nya, lalu cadangkan lagi.</source>
        <translation>The backup on this laptop was made and checked. Plug the USB stick in, then back up again.</translation>
    </message>
    <message>
        <source>Cadangan dibuat</source>
        <translation>Backup made</translation>
    </message>
    <message>
        <source>Cadangan dibuat di dua tempat</source>
        <translation>Backed up in two places</translation>
    </message>
    <message>
        <source>Cadangan dibuat sendiri saat shift ditutup. Sinkronkan kalau ada jaringan.</source>
        <translation>A backup is made by itself when a shift is closed. Sync if there is a network.</translation>
    </message>
    <message>
        <source>Cadangan dipasang. Sinkronkan sekarang, lalu cocokkan dengan kertas.</source>
        <translation>The backup is in place. Sync now, then compare with the papers.</translation>
    </message>
    <message>
        <source>Cadangan dipasang. {kept} Sinkronkan sekarang, lalu cocokkan dengan kertas.</source>
        <translation>The backup is in place. {kept} Sync now, then compare with the paper.</translation>
    </message>
    <message>
        <source>Cadangan hanya ada di laptop ini, dan hilang bersamanya. Pilih tempat kedua, atau pasang USB.</source>
        <translation>The backups are on this laptop only, and are lost with it. Choose a second place, or plug in a USB stick.</translation>
    </message>
    <message>
        <source>Cadangan itu utuh</source>
        <translation>That backup is whole</translation>
    </message>
    <message>
        <source>Cadangan sedang dibuat, lalu diperiksa. Pekerjaan di meja jalan terus; USB jangan dicabut dulu.</source>
        <translation>The backup is being made, then checked. Work at the table goes on; leave the USB stick in for now.</translation>
    </message>
    <message>
        <source>Cadangan sedang dibuka dan diperiksa. Pekerjaan di meja jalan terus.</source>
        <translation>The backup is being opened and checked. Work at the table goes on.</translation>
    </message>
    <message>
        <source>Cadangan sedang dicari. Tunggu sebentar.</source>
        <translation>Looking for backups. Please wait a moment.</translation>
    </message>
    <message>
        <source>Cadangan sedang diperiksa dan dipasang. Tunggu, jangan matikan laptop.</source>
        <translation>The backup is being checked and put in place. Wait, and do not switch the laptop off.</translation>
    </message>
    <message>
        <source>Cadangan sudah terpasang</source>
        <translation>The backup is in place</translation>
    </message>
    <message>
        <source>Cadangan terakhir dibuat sebelum kunci laptop disegel ke kunci darurat kantor.</source>
        <translation>The latest backup was made before the laptop's key was sealed to the office's rescue key.</translation>
    </message>
    <message>
        <source>Cadangan terakhir dibuat {span} yang lalu ({size}).</source>
        <translation>The last backup was made {span} ago ({size}).</translation>
    </message>
    <message>
        <source>Cadangan terakhir dibuat {span} yang lalu.</source>
        <translation>The last backup was made {span} ago.</translation>
    </message>
    <message>
        <source>Cadangan terakhir sudah lebih dari tiga hari. Buat yang baru dengan Ctrl+Enter.</source>
        <translation>The last backup is more than three days old. Make a new one with Ctrl+Enter.</translation>
    </message>
    <message>
        <source>Cadangan terbaru sudah dibuka dan diperiksa. Tidak ada yang perlu dikerjakan.</source>
        <translation>The newest backup was opened and checked. There is nothing to do.</translation>
    </message>
    <message>
        <source>Cadangan tersimpan dan sudah diperiksa. Isinya data warga: simpan di tempat terkunci.</source>
        <translation>The backup is saved and was checked. It holds data of residents: keep it in a locked place.</translation>
    </message>
    <message>
        <source>Cadangan utuh terakhir: {day} {time}, {n} perubahan.</source>
        <translation>Last good backup: {day} {time}, {n} changes.</translation>
    </message>
    <message>
        <source>Cadangan yang bisa dipasang belum ditemukan di laptop ini. Pasang USB yang berisi cadangan.</source>
        <translation>No backup that can be put in place was found on this laptop. Plug in a USB stick that holds one.</translation>
    </message>
    <message>
        <source>Cadangkan</source>
        <translation>Back up</translation>
    </message>
    <message>
        <source>Cadangkan juga ke USB</source>
        <translation>Back up to USB too</translation>
    </message>
    <message>
        <source>Cadangkan sekarang</source>
        <translation>Back up now</translation>
    </message>
    <message>
        <source>Cadangkan sekarang: Alt+C di Hari ini, lalu Ctrl+Enter.</source>
        <translation>Back up now: Alt+C on Today, then Ctrl+Enter.</translation>
    </message>
    <message>
        <source>Cakram laptop ini penuh.</source>
        <translation>The disk of this laptop is full.</translation>
    </message>
    <message>
        <source>Cakupan</source>
        <translation>Coverage</translation>
    </message>
    <message>
        <source>Cakupan daftar: RW dan RT tidak punya angka wajib KTP.</source>
        <translation>Coverage of the list: nobody counts the obligated residents of an RW or RT.</translation>
    </message>
    <message>
        <source>Cakupan daftar: belum ada angka wajib KTP per {level}.</source>
        <translation>Coverage of the list: no count of obligated residents by {level} yet.</translation>
    </message>
    <message>
        <source>Cakupan daftar: {n} {level} belum punya angka wajib KTP.</source>
        <translation>Coverage of the list: {n} {level} without a count of obligated residents.</translation>
    </message>
    <message>
        <source>Cakupan dari daftar</source>
        <translation>Coverage of the list</translation>
    </message>
    <message>
        <source>Cakupan setempat</source>
        <translation>Local coverage</translation>
    </message>
    <message>
        <source>Caranya</source>
        <translation>How</translation>
    </message>
    <message>
        <source>Cari</source>
        <translation>Search</translation>
    </message>
    <message>
        <source>Cari berkas</source>
        <translation>Find file</translation>
    </message>
    <message>
        <source>Cari cadangan</source>
        <translation>Find a backup</translation>
    </message>
    <message>
        <source>Cari data lain dari orang ini</source>
        <translation>Search for another row of this person</translation>
    </message>
    <message>
        <source>Cari data siapa</source>
        <translation>Search whose data</translation>
    </message>
    <message>
        <source>Cari di panduan</source>
        <translation>Search the guide</translation>
    </message>
    <message>
        <source>Cari jaringan, atau bawa kiriman USB ke kantor (F9).</source>
        <translation>Find a network, or take a USB bundle to the office (F9).</translation>
    </message>
    <message>
        <source>Cari juga di daftar sasaran (F4). Minta kantor memulihkan cadangan terakhir.</source>
        <translation>Look in the target list as well (F4). Ask the office to restore the last backup.</translation>
    </message>
    <message>
        <source>Cari kartu</source>
        <translation>Find the card</translation>
    </message>
    <message>
        <source>Cari nama atau ujung NIK di daftar ini</source>
        <translation>Find a name or end of NIK in this list</translation>
    </message>
    <message>
        <source>Cari nama warga di kiri, atau daftarkan warga baru.</source>
        <translation>Find a resident at the left, or register a new one.</translation>
    </message>
    <message>
        <source>Cari nama, nomor resi, RT, atau desa</source>
        <translation>Search name, receipt number, RT or village</translation>
    </message>
    <message>
        <source>Cari nama, ujung NIK, nomor resi, atau antrean</source>
        <translation>Search name, end of NIK, receipt, or queue number</translation>
    </message>
    <message>
        <source>Cari namanya di kiri lalu tekan Enter. Kalau tidak ada di daftar, tekan Ctrl+N.</source>
        <translation>Find the name at the left and press Enter. If it is not on the list, press Ctrl+N.</translation>
    </message>
    <message>
        <source>Cari orangnya, atau tulis di catatan data siapa yang diminta.</source>
        <translation>Search the person, or say in the note whose data are asked for.</translation>
    </message>
    <message>
        <source>Cari tanggal atau tempat</source>
        <translation>Search a date or a place</translation>
    </message>
    <message>
        <source>Cari warga</source>
        <translation>Find resident</translation>
    </message>
    <message>
        <source>Cari yang menunggu</source>
        <translation>Find who waits</translation>
    </message>
    <message>
        <source>Catat</source>
        <translation>Log</translation>
    </message>
    <message>
        <source>Catat &amp; tanda tangani</source>
        <translation>Note &amp; sign</translation>
    </message>
    <message>
        <source>Catat blangko</source>
        <translation>Log blanks</translation>
    </message>
    <message>
        <source>Catat blangko, tombol B</source>
        <translation>Log blanks, key B</translation>
    </message>
    <message>
        <source>Catat daerah yang membantu, harinya, dan wilayahnya, lalu bagikan daftarnya ke laptop tamu.</source>
        <translation>Note who helps, on which days and where, then share the lists with the guest laptops.</translation>
    </message>
    <message>
        <source>Catat dicetak</source>
        <translation>Note as printed</translation>
    </message>
    <message>
        <source>Catat dicetak, periksa data dan chip</source>
        <translation>Note as printed, check data and chip</translation>
    </message>
    <message>
        <source>Catat hadir</source>
        <translation>Note as present</translation>
    </message>
    <message>
        <source>Catat hasil kunjungan</source>
        <translation>Note what came of the visit</translation>
    </message>
    <message>
        <source>Catat hasil yang paling biasa untuk kartu yang disorot</source>
        <translation>Note the usual result for the highlighted card</translation>
    </message>
    <message>
        <source>Catat hasilnya di sana kalau gilirannya tiba.</source>
        <translation>Note the outcome there when the turn comes.</translation>
    </message>
    <message>
        <source>Catat kendala</source>
        <translation>Log incident</translation>
    </message>
    <message>
        <source>Catat kunjungan</source>
        <translation>Log visit</translation>
    </message>
    <message>
        <source>Catat laporan {shift} sudah diterima</source>
        <translation>Note that the report of {shift} was received</translation>
    </message>
    <message>
        <source>Catat lot yang datang dengan 1, atau pilih pemegang lain.</source>
        <translation>Note a lot that came with 1, or choose another holder.</translation>
    </message>
    <message>
        <source>Catat rusak</source>
        <translation>Log as spoiled</translation>
    </message>
    <message>
        <source>Catat tempat</source>
        <translation>Note the place</translation>
    </message>
    <message>
        <source>Catat: ambil kartu</source>
        <translation>Note: collect the card</translation>
    </message>
    <message>
        <source>Catat: sudah pernah direkam</source>
        <translation>Log: recorded before</translation>
    </message>
    <message>
        <source>Catatan</source>
        <translation>Note</translation>
    </message>
    <message>
        <source>Catatan belum ditulis. Sebut singkat apa dan kenapa.</source>
        <translation>No note yet. Say in short what and why.</translation>
    </message>
    <message>
        <source>Catatan blangko</source>
        <translation>Blank entries</translation>
    </message>
    <message>
        <source>Catatan dan layanan lain</source>
        <translation>Remarks and other services</translation>
    </message>
    <message>
        <source>Catatan dibatalkan</source>
        <translation>Entry taken back</translation>
    </message>
    <message>
        <source>Catatan ini bukan milik meja ini. Minta penyimpan blangko yang mengurungkan.</source>
        <translation>This entry is not of this table. Ask the stock keeper to undo it.</translation>
    </message>
    <message>
        <source>Catatan ini hanya bisa ditambah, tidak diubah. Yang pertama tetap dipakai, kantor memeriksa.</source>
        <translation>This record can only be added to, not changed. The first one still counts; the office checks.</translation>
    </message>
    <message>
        <source>Catatan ini sudah diurungkan. Stoknya sudah kembali.</source>
        <translation>This entry was undone already. The stock is back.</translation>
    </message>
    <message>
        <source>Catatan kabar dibatalkan</source>
        <translation>The note about the notice was taken back</translation>
    </message>
    <message>
        <source>Catatan kantor</source>
        <translation>Office note</translation>
    </message>
    <message>
        <source>Catatan kunjungan dibatalkan.</source>
        <translation>The visit is taken back.</translation>
    </message>
    <message>
        <source>Catatan kunjungan ditarik</source>
        <translation>The visit entry is taken back</translation>
    </message>
    <message>
        <source>Catatan kunjungan ini sudah dibatalkan.</source>
        <translation>This visit entry has been taken back already.</translation>
    </message>
    <message>
        <source>Catatan kunjungan {name} dibatalkan</source>
        <translation>The visit entry of {name} is taken back</translation>
    </message>
    <message>
        <source>Catatan lama sudah tidak disimpan di laptop ini, jadi rantainya tidak dibandingkan lagi.</source>
        <translation>Old entries are no longer kept on this laptop, so their chain is not compared any more.</translation>
    </message>
    <message>
        <source>Catatan laptop ini tidak menyambung dengan catatan di pusat.</source>
        <translation>The log of this laptop does not join the log at the centre.</translation>
    </message>
    <message>
        <source>Catatan masih kosong. Tanpa itu kunjungan berikutnya mulai dari nol. Tulis singkat sebabnya.</source>
        <translation>The note is still empty. Without it the next visit starts from nothing. Write the reason in short.</translation>
    </message>
    <message>
        <source>Catatan meja ini mungkin belum semua masuk: shift-nya terbuka, atau belum sinkron. Sinkronkan dulu; kalau tetap dicatat, ini ditandai.</source>
        <translation>Not everything of this table may have come in: its shift is open, or it has not synced. Sync it first; if it is booked all the same, it is marked.</translation>
    </message>
    <message>
        <source>Catatan sebelumnya diurungkan</source>
        <translation>The entry before was undone</translation>
    </message>
    <message>
        <source>Catatan shift ini belum lengkap di sini</source>
        <translation>The records of this shift are not complete here</translation>
    </message>
    <message>
        <source>Catatan stoknya baru berubah: tadi {seen}, kini {expected}. Lihat lagi selisihnya, lalu simpan.</source>
        <translation>What is on record has just changed: it was {seen}, now it is {expected}. Look at the difference again, then save.</translation>
    </message>
    <message>
        <source>Catatan tetap utuh di laptop ini. Kiriman lain tidak terhambat.</source>
        <translation>The entry is intact on this laptop. Nothing else is held up.</translation>
    </message>
    <message>
        <source>Catatan tim di laptop ini sudah dikembalikan, dan pekerjaan bisa terus.</source>
        <translation>The team's records on this laptop have been put back, and work can go on.</translation>
    </message>
    <message>
        <source>Catatan tim sudah dikembalikan, pekerjaan bisa terus. Baca rinciannya, lalu beri tahu kantor.</source>
        <translation>The team's records have been put back, work can go on. Read the details, then tell the office.</translation>
    </message>
    <message>
        <source>Catatan untuk laporan</source>
        <translation>Remarks for the report</translation>
    </message>
    <message>
        <source>Catatan: {note}</source>
        <translation>Note: {note}</translation>
    </message>
    <message>
        <source>Cek dulu: {what}.</source>
        <translation>Check first: {what}.</translation>
    </message>
    <message>
        <source>Centang berkas; di antrean: panggil berikutnya</source>
        <translation>Tick papers; in the queue: call next</translation>
    </message>
    <message>
        <source>Cerita selisihnya belum ditulis</source>
        <translation>Difference has no account yet</translation>
    </message>
    <message>
        <source>Ceritanya</source>
        <translation>The story</translation>
    </message>
    <message>
        <source>Cetak</source>
        <translation>Print</translation>
    </message>
    <message>
        <source>Cetak beberapa kartu berikutnya; di isian: simpan</source>
        <translation>Print the next few cards; in a form: save</translation>
    </message>
    <message>
        <source>Cetak berikutnya</source>
        <translation>Print next</translation>
    </message>
    <message>
        <source>Cetak berita acara kiriman</source>
        <translation>Print the handover record of the batch</translation>
    </message>
    <message>
        <source>Cetak daftar</source>
        <translation>Print the list</translation>
    </message>
    <message>
        <source>Cetak daftar kerja</source>
        <translation>Print a work list</translation>
    </message>
    <message>
        <source>Cetak daftar kerja, per kelurahan atau semua</source>
        <translation>Print the work list, of a village or of all</translation>
    </message>
    <message>
        <source>Cetak daftar panggil, undangan, atau sisa untuk lurah</source>
        <translation>Print a call list, an invitation, or what is left for the lurah</translation>
    </message>
    <message>
        <source>Cetak dengan Ctrl+P. Di kecamatan dihitung dan ditandatangani penerimanya.</source>
        <translation>Print it with Ctrl+P. At the district the receiver counts and signs.</translation>
    </message>
    <message>
        <source>Cetak di printer lain, atau simpan sebagai PDF di USB. Kantor bisa memeriksa pengaturan printernya.</source>
        <translation>Print it on another printer, or save it as PDF on a USB stick. The office can check the printer's settings.</translation>
    </message>
    <message>
        <source>Cetak kartu</source>
        <translation>Card prints</translation>
    </message>
    <message>
        <source>Cetak lembar daftar</source>
        <translation>Print sheets of the list</translation>
    </message>
    <message>
        <source>Cetak malam</source>
        <translation>Night print</translation>
    </message>
    <message>
        <source>Cetak malam dibuka</source>
        <translation>The night of printing is open</translation>
    </message>
    <message>
        <source>Cetak malam terbuka</source>
        <translation>Night print is open</translation>
    </message>
    <message>
        <source>Cetak malam, urutan cetak dan aturan ambil</source>
        <translation>Night print, print order and rules of collection</translation>
    </message>
    <message>
        <source>Cetak resi terakhir atau yang disorot, pilih printer</source>
        <translation>Print the last receipt or the selected one, choose the printer</translation>
    </message>
    <message>
        <source>Cetak ulang, ke kantor</source>
        <translation>Reprint, to the office</translation>
    </message>
    <message>
        <source>Cetak {n} berikutnya</source>
        <translation>Print the next {n}</translation>
    </message>
    <message>
        <source>Cetak, Excel, kalender</source>
        <translation>Print, Excel, calendar</translation>
    </message>
    <message>
        <source>Cetakan per ribbon</source>
        <translation>Prints per ribbon</translation>
    </message>
    <message>
        <source>Cetakannya belum tercatat di laptop ini</source>
        <translation>Its print is not on this laptop yet</translation>
    </message>
    <message>
        <source>Coba ejaan lain, atau catat permintaan baru.</source>
        <translation>Try another spelling, or note a new request.</translation>
    </message>
    <message>
        <source>Coba ejaan lain, atau daftarkan sebagai warga baru (F3).</source>
        <translation>Try another spelling, or register as a new resident (F3).</translation>
    </message>
    <message>
        <source>Coba lagi</source>
        <translation>Try again</translation>
    </message>
    <message>
        <source>Coba nomor resi atau ejaan nama yang lain.</source>
        <translation>Try the receipt number or another spelling of the name.</translation>
    </message>
    <message>
        <source>Coba nomor resi, ujung NIK, atau ejaan nama yang lain.</source>
        <translation>Try the receipt, the end of the NIK, or another spelling of the name.</translation>
    </message>
    <message>
        <source>Cocok</source>
        <translation>It matches</translation>
    </message>
    <message>
        <source>Cocokkan catatan cetak dengan pemakaian blangko. Kalau tetap, pilih alasan dan ceritanya.</source>
        <translation>Compare the print log with the blanks used. If it stays, choose a reason and tell what happened.</translation>
    </message>
    <message>
        <source>Cocokkan dan simpan bukti</source>
        <translation>Compare and keep receipt</translation>
    </message>
    <message>
        <source>Cocokkan dengan kartunya, coret yang tidak ada, lalu tanda tangani.</source>
        <translation>Compare it with the cards, cross out what is not there, then sign.</translation>
    </message>
    <message>
        <source>Cocokkan kolom</source>
        <translation>Match columns</translation>
    </message>
    <message>
        <source>Cocokkan kolomnya, atau minta berkas dengan kolom itu. Belum ada yang diubah.</source>
        <translation>Match the columns, or ask for a file with that column. Nothing has been changed.</translation>
    </message>
    <message>
        <source>Cocokkan kolomnya, atau minta daftar dengan judul kolom itu. Belum ada yang diubah.</source>
        <translation>Match the columns, or ask for a list with that column head. Nothing was changed yet.</translation>
    </message>
    <message>
        <source>Cocokkan sidik {print} dengan lembar di brankas: Alt+C di Hari ini.</source>
        <translation>Compare the print {print} with the sheet in the safe: Alt+C on Today.</translation>
    </message>
    <message>
        <source>Colokkan, atau nyalakan genset. Kalau tidak bisa: simpan isian, lalu cadangkan ke USB.</source>
        <translation>Plug it in, or start the generator. If that is not possible: save what is open, then back up to USB.</translation>
    </message>
    <message>
        <source>Colokkan, atau nyalakan genset. Kalau tidak bisa: simpan isian, tutup shift, lalu cadangkan ke USB.</source>
        <translation>Plug in, or start the generator. If that is not possible: save what is open, close the shift, then back up to a USB stick.</translation>
    </message>
    <message>
        <source>Coret</source>
        <translation>Cross out</translation>
    </message>
    <message>
        <source>Coret dari kiriman</source>
        <translation>Cross out of the batch</translation>
    </message>
    <message>
        <source>Coret, tidak ikut</source>
        <translation>Cross out, stays here</translation>
    </message>
    <message>
        <source>Cuaca</source>
        <translation>Weather</translation>
    </message>
    <message>
        <source>Cuaca buruk</source>
        <translation>Weather turned bad</translation>
    </message>
    <message>
        <source>Cukup KK untuk rekam baru</source>
        <translation>The KK is enough here</translation>
    </message>
    <message>
        <source>Cukup hari</source>
        <translation>Lasts days</translation>
    </message>
    <message>
        <source>Cukup untuk</source>
        <translation>Lasts for</translation>
    </message>
    <message>
        <source>Cukup untuk bekerja dan untuk beberapa cadangan.</source>
        <translation>Enough to work, and for several backups.</translation>
    </message>
    <message>
        <source>Cukup untuk kira-kira {n} hari pencetakan.</source>
        <translation>Enough for about {n} days of printing.</translation>
    </message>
    <message>
        <source>Cukup untuk mengirim pekerjaan satu hari.</source>
        <translation>Enough to send the work of a day.</translation>
    </message>
    <message>
        <source>Cuti bersama</source>
        <translation>Collective leave</translation>
    </message>
    <message>
        <source>Daerah</source>
        <translation>Region</translation>
    </message>
    <message>
        <source>Daerah yang membantu</source>
        <translation>Regency that helps</translation>
    </message>
    <message>
        <source>Daftar</source>
        <translation>Lists</translation>
    </message>
    <message>
        <source>Daftar belum ada di laptop ini</source>
        <translation>The list is not on this laptop yet</translation>
    </message>
    <message>
        <source>Daftar belum dibagikan</source>
        <translation>Lists not shared yet</translation>
    </message>
    <message>
        <source>Daftar dan isian tertutup. Tidak ada yang hilang, dan yang menunggu tetap bisa dikirim.</source>
        <translation>Lists and forms are closed. Nothing is lost, and what waits can still be sent.</translation>
    </message>
    <message>
        <source>Daftar dibagikan ke laptop tamu</source>
        <translation>Lists shared with the guest laptops</translation>
    </message>
    <message>
        <source>Daftar dibagikan, pusat belum memberi kabar</source>
        <translation>Lists shared, no word from the centre yet</translation>
    </message>
    <message>
        <source>Daftar hadir</source>
        <translation>Attendance</translation>
    </message>
    <message>
        <source>Daftar hadir tersimpan</source>
        <translation>Attendance list saved</translation>
    </message>
    <message>
        <source>Daftar hadir warga satu shift</source>
        <translation>Attendance list of a shift</translation>
    </message>
    <message>
        <source>Daftar ini keadaan per tanggal berapa? Tulis seperti 23-02-2019.</source>
        <translation>As of which date is this list? Write it like 23-02-2019.</translation>
    </message>
    <message>
        <source>Daftar ini kosong.</source>
        <translation>This list is empty.</translation>
    </message>
    <message>
        <source>Daftar ini lebih dari 1 juta baris.</source>
        <translation>This list has more than 1 million rows.</translation>
    </message>
    <message>
        <source>Daftar ini lebih dari {n} kolom.</source>
        <translation>This list has more than {n} columns.</translation>
    </message>
    <message>
        <source>Daftar ini sudah masuk; baris yang ditolak atau dobel tidak ikut.</source>
        <translation>This list is in; rows that were refused or double stayed out.</translation>
    </message>
    <message>
        <source>Daftar kelurahan</source>
        <translation>List of the village</translation>
    </message>
    <message>
        <source>Daftar kerja</source>
        <translation>Work list</translation>
    </message>
    <message>
        <source>Daftar kerja data pusat</source>
        <translation>Work list from the centre's data</translation>
    </message>
    <message>
        <source>Daftar kesalahan tersimpan</source>
        <translation>Error list saved</translation>
    </message>
    <message>
        <source>Daftar panggil</source>
        <translation>Call list</translation>
    </message>
    <message>
        <source>Daftar panggil kabar kartu</source>
        <translation>Call list for ready cards</translation>
    </message>
    <message>
        <source>Daftar panggil untuk RT</source>
        <translation>Call list for the RT</translation>
    </message>
    <message>
        <source>Daftar ringkas: tanpa NIK utuh, orang dikenali dari nama, RT/RW, dan ujung NIK.</source>
        <translation>Reduced list: without a full NIK, people are known by name, RT/RW, and the end of the NIK.</translation>
    </message>
    <message>
        <source>Daftar sasaran</source>
        <translation>Target list</translation>
    </message>
    <message>
        <source>Daftar sasaran masuk lewat Kantor, atau dengan sinkron.</source>
        <translation>Lists come in through Office, or with a sync.</translation>
    </message>
    <message>
        <source>Daftar serah terima</source>
        <translation>Handover list</translation>
    </message>
    <message>
        <source>Daftar serah terima dicetak ketua tim atau petugas kartu. Minta salah satu masuk.</source>
        <translation>The handover list is printed by the team lead or the card clerk. Ask one of them to sign in.</translation>
    </message>
    <message>
        <source>Daftar serah terima kartu</source>
        <translation>Handover list of cards</translation>
    </message>
    <message>
        <source>Daftar serah terima yang ditandatangani pengambil</source>
        <translation>Handover list, signed by whoever fetches a card</translation>
    </message>
    <message>
        <source>Daftar tempel belum disetujui kepala dinas sebagai kabar.</source>
        <translation>The head of the office has not approved postings as notices.</translation>
    </message>
    <message>
        <source>Daftar tempel belum disetujui kepala dinas sebagai kabar. Telepon warganya, atau lewat RT.</source>
        <translation>The head of the office has not approved postings as notices. Call the person, or tell them through the RT.</translation>
    </message>
    <message>
        <source>Daftar tempel kabar kartu</source>
        <translation>Posting for ready cards</translation>
    </message>
    <message>
        <source>Daftar yang sudah masuk</source>
        <translation>Lists imported</translation>
    </message>
    <message>
        <source>Daftar {name} per {day}: {n}</source>
        <translation>List {name} as of {day}: {n}</translation>
    </message>
    <message>
        <source>Daftar {n} kartu dikirim ke printer</source>
        <translation>List of {n} cards sent to the printer</translation>
    </message>
    <message>
        <source>Daftar {n} kartu tersimpan</source>
        <translation>List of {n} cards saved</translation>
    </message>
    <message>
        <source>Daftar {n} orang dikirim ke printer</source>
        <translation>List of {n} people sent to the printer</translation>
    </message>
    <message>
        <source>Daftar {n} orang tersimpan</source>
        <translation>List of {n} people saved</translation>
    </message>
    <message>
        <source>Daftar {n} warga dikirim ke printer</source>
        <translation>List of {n} people sent to the printer</translation>
    </message>
    <message>
        <source>Daftar {n} warga tersimpan</source>
        <translation>List of {n} people saved</translation>
    </message>
    <message>
        <source>Daftar {village}</source>
        <translation>List of {village}</translation>
    </message>
    <message>
        <source>Daftar, jadwal, dan pekerjaan laptop lain</source>
        <translation>Lists, schedules, and work of other laptops</translation>
    </message>
    <message>
        <source>Daftar: {reason}</source>
        <translation>Registered: {reason}</translation>
    </message>
    <message>
        <source>Daftarkan</source>
        <translation>Register</translation>
    </message>
    <message>
        <source>Daftarkan laptop ini di kantor, nama petugas datang bersama sinkron pertama.</source>
        <translation>Register this laptop at the office, officers' names come with the first sync.</translation>
    </message>
    <message>
        <source>Daftarkan laptop ini dulu.</source>
        <translation>Register this laptop first.</translation>
    </message>
    <message>
        <source>Daftarkan laptop ini ke pusat</source>
        <translation>Register this laptop at the centre</translation>
    </message>
    <message>
        <source>Daftarkan laptop ini lagi</source>
        <translation>Enrol this laptop again</translation>
    </message>
    <message>
        <source>Daftarkan warga</source>
        <translation>Register resident</translation>
    </message>
    <message>
        <source>Daftarkan {name}</source>
        <translation>Enrol {name}</translation>
    </message>
    <message>
        <source>Daftarnya</source>
        <translation>Its lists</translation>
    </message>
    <message>
        <source>Daftarnya hanya {n} orang. Target ini lebih banyak; boleh, kalau memang begitu.</source>
        <translation>The list has only {n} people. This target is more; that is allowed if it is meant so.</translation>
    </message>
    <message>
        <source>Dahulukan kartu {name}</source>
        <translation>Print the card of {name} first</translation>
    </message>
    <message>
        <source>Dalam bulan</source>
        <translation>Within months</translation>
    </message>
    <message>
        <source>Dalam kiriman</source>
        <translation>In batches</translation>
    </message>
    <message>
        <source>Dan {n} hari lain.</source>
        <translation>Other days: {n}.</translation>
    </message>
    <message>
        <source>Dana ada</source>
        <translation>Funds are there</translation>
    </message>
    <message>
        <source>Dari daftar bab ke isinya</source>
        <translation>From the chapters to the text</translation>
    </message>
    <message>
        <source>Dari desa lain</source>
        <translation>From another village</translation>
    </message>
    <message>
        <source>Dari kantor atau meja ketua</source>
        <translation>From the office or the lead's table</translation>
    </message>
    <message>
        <source>Dari kecamatan ke desa/kelurahannya</source>
        <translation>From a district to its villages</translation>
    </message>
    <message>
        <source>Dari pusat</source>
        <translation>From the centre</translation>
    </message>
    <message>
        <source>Dari tempat ini tidak ada kiriman sebanyak itu yang ditunggu. Periksa tempatnya, atau sudah diterima? Kalau memang datang, tulis singkat ceritanya.</source>
        <translation>No consignment of that size is expected from this place. Check the place, or was it received already? If it did come, write briefly how.</translation>
    </message>
    <message>
        <source>Dari tempat lain</source>
        <translation>From another place</translation>
    </message>
    <message>
        <source>Dari wajib KTP</source>
        <translation>Of those obligated</translation>
    </message>
    <message>
        <source>Dari warga di daftar: {told} ada di berkas, {rest} tidak.</source>
        <translation>Of the people on the list: {told} are in the file, {rest} are not.</translation>
    </message>
    <message>
        <source>Data FieldKit yang lebih baru tetap utuh sebagai {name}, di map {folder}. Jangan dihapus: kantor mengambil yang belum terkirim dari sana.</source>
        <translation>The data of the newer FieldKit is still whole as {name}, in the folder {folder}. Do not delete it: the office gets from it what was not sent.</translation>
    </message>
    <message>
        <source>Data aman dan belum dibuka. Buka brankas dengan kata sandi akun laptop, lalu coba lagi.</source>
        <translation>The data is safe and not opened yet. Unlock the store with the laptop account's password, then try again.</translation>
    </message>
    <message>
        <source>Data aman dan belum dibuka. Masuk ulang ke akun laptop lalu coba lagi, atau pakai frasa sandi.</source>
        <translation>The data is safe and not opened yet. Sign in to the laptop account again and retry, or use the passphrase.</translation>
    </message>
    <message>
        <source>Data aman dan belum dibuka. Periksa huruf besar dan spasi, lalu ketik lagi.</source>
        <translation>The data is safe and not opened yet. Check capitals and spaces, then type it again.</translation>
    </message>
    <message>
        <source>Data aman dan tidak diubah. Masuk ke akun yang biasa dipakai, atau minta kantor membukanya.</source>
        <translation>The data is safe and unchanged. Sign in to the usual account, or ask the office to open it.</translation>
    </message>
    <message>
        <source>Data aslinya belum sampai di pusat. Perubahan ini menunggu di sana dan masuk sendiri nanti.</source>
        <translation>The centre does not have the original yet. This change waits there and goes in by itself later.</translation>
    </message>
    <message>
        <source>Data dan chip</source>
        <translation>Data and chip</translation>
    </message>
    <message>
        <source>Data dan chip cocok</source>
        <translation>Data and chip are right</translation>
    </message>
    <message>
        <source>Data dan chipnya belum diperiksa</source>
        <translation>Data and chip have not been checked</translation>
    </message>
    <message>
        <source>Data di kartu ini berubah, jadi kantor yang mencetak. Kartunya tetap di daftar, kantor yang melanjutkan.</source>
        <translation>Data on this card change, so the office prints it. The card stays on the list, the office goes on with it.</translation>
    </message>
    <message>
        <source>Data di laptop ini terkunci. Ketik frasa sandi yang dipilih waktu FieldKit pertama dibuka.</source>
        <translation>The data on this laptop is locked. Type the passphrase chosen when FieldKit was first opened.</translation>
    </message>
    <message>
        <source>Data di laptop ini tidak bisa dibaca.</source>
        <translation>The data on this laptop cannot be read.</translation>
    </message>
    <message>
        <source>Data dibuka oleh</source>
        <translation>The data are opened by</translation>
    </message>
    <message>
        <source>Data dibuka oleh akun laptop ini</source>
        <translation>The account of this laptop opens the data</translation>
    </message>
    <message>
        <source>Data dikunci dengan frasa sandi</source>
        <translation>The data are locked with a passphrase</translation>
    </message>
    <message>
        <source>Data ganda</source>
        <translation>Double records</translation>
    </message>
    <message>
        <source>Data ganda (DUP)</source>
        <translation>Duplicate record (DUP)</translation>
    </message>
    <message>
        <source>Data ini ditulis FieldKit yang lebih baru.</source>
        <translation>This data was written by a newer FieldKit.</translation>
    </message>
    <message>
        <source>Data ini milik kantor. Usulan dari sini disimpan, yang dipakai tetap data kantor.</source>
        <translation>This data belongs to the office. The proposal is kept, the office's data stays in use.</translation>
    </message>
    <message>
        <source>Data itu dikunci dengan kunci darurat lain.</source>
        <translation>Those data are locked to another rescue key.</translation>
    </message>
    <message>
        <source>Data itu tidak disimpan di sini</source>
        <translation>Those data are not kept here</translation>
    </message>
    <message>
        <source>Data kesehatan: hanya untuk pasangan kunjungan dan perencana.</source>
        <translation>Health data: for the visiting pair and the planner only.</translation>
    </message>
    <message>
        <source>Data laptop diubah di luar FieldKit</source>
        <translation>A laptop's data were changed outside FieldKit</translation>
    </message>
    <message>
        <source>Data laptop ini belum bisa dibawa ke FieldKit yang baru.</source>
        <translation>The data of this laptop could not be brought to the new FieldKit.</translation>
    </message>
    <message>
        <source>Data laptop ini diubah di luar FieldKit.</source>
        <translation>This laptop's data was changed outside FieldKit.</translation>
    </message>
    <message>
        <source>Data laptop ini lebih tua dari cadangannya.</source>
        <translation>The data of this laptop are older than their backup.</translation>
    </message>
    <message>
        <source>Data laptop ini pernah diubah dari luar FieldKit.</source>
        <translation>This laptop's data was once changed from outside FieldKit.</translation>
    </message>
    <message>
        <source>Data laptop ini sedang dibuka dan diperiksa. Tunggu sebentar.</source>
        <translation>This laptop's data is being opened and checked. Please wait a moment.</translation>
    </message>
    <message>
        <source>Data laptop itu tidak bisa dibuka dengan kunci darurat ini.</source>
        <translation>The data of that laptop can not be opened with this rescue key.</translation>
    </message>
    <message>
        <source>Data laptop sedang dipakai program lain.</source>
        <translation>The laptop's data is in use by another program.</translation>
    </message>
    <message>
        <source>Data laptop tidak menjawab seperti biasa.</source>
        <translation>The data of this laptop does not answer as usual.</translation>
    </message>
    <message>
        <source>Data lokal</source>
        <translation>Local data</translation>
    </message>
    <message>
        <source>Data penting ini juga diubah di tempat lain. Kedua isian disimpan, yang lama dipakai sampai diputuskan.</source>
        <translation>This important field was changed elsewhere too. Both answers are kept, the old one is used until decided.</translation>
    </message>
    <message>
        <source>Data pusat</source>
        <translation>Centre's data</translation>
    </message>
    <message>
        <source>Data salah</source>
        <translation>Wrong data</translation>
    </message>
    <message>
        <source>Data salah, keping rusak</source>
        <translation>Wrong data, piece spoiled</translation>
    </message>
    <message>
        <source>Data sebelumnya tetap utuh sebagai {name}, di map {folder}. Jangan dihapus: kantor bisa mengambil yang belum terkirim dari sana.</source>
        <translation>The data of before is still whole as {name}, in the folder {folder}. Do not delete it: the office can get from it what was not sent.</translation>
    </message>
    <message>
        <source>Data sudah dibetulkan</source>
        <translation>The data were corrected</translation>
    </message>
    <message>
        <source>Data sudah dihapus</source>
        <translation>Data was erased</translation>
    </message>
    <message>
        <source>Data tidak berubah dan tidak ada yang hilang; cadangannya sudah dibuat dan diperiksa. Coba lagi. Kalau terulang, pasang lagi FieldKit yang sebelumnya, bekerja terus dengan itu, dan kirim berkas bantuan ke kantor.</source>
        <translation>The data has not changed and nothing is lost; its backup was made and checked. Try again. If it happens again, install the former FieldKit, go on working with that, and send the help file to the office.</translation>
    </message>
    <message>
        <source>Data tidak diubah. Laptop ini belum pernah sinkron sejak kantor menetapkan kunci darurat; pulihkan cadangan, atau daftarkan lagi: yang sudah terkirim aman di pusat.</source>
        <translation>The data are unchanged. This laptop has not synced since the office set a rescue key; restore a backup, or enrol it again: what was sent is safe at the centre.</translation>
    </message>
    <message>
        <source>Data tidak diubah. Pakai salinan yang ada di pusat, atau cadangan yang lain.</source>
        <translation>The data are unchanged. Use the copy at the centre, or another backup.</translation>
    </message>
    <message>
        <source>Data tidak diubah. Pulihkan cadangan, atau minta kantor membuka laptop ini dengan kunci darurat.</source>
        <translation>The data is unchanged. Restore a backup, or ask the office to open this laptop with the emergency key.</translation>
    </message>
    <message>
        <source>Data warga</source>
        <translation>Resident data</translation>
    </message>
    <message>
        <source>Data warga ini baru diperbarui: {what}. Yang sudah diketik tetap.</source>
        <translation>What is known of this person was updated just now: {what}. What was typed stays.</translation>
    </message>
    <message>
        <source>Data warga tetap terkunci, tetapi dokumen dan log sebaiknya tertutup juga.</source>
        <translation>Residents' data stay locked, but documents and log had better be closed as well.</translation>
    </message>
    <message>
        <source>Data warga, cadangan, dokumen buatan FieldKit, dan kuncinya dihapus dari laptop ini. Formulir yang setengah terisi ikut terhapus.</source>
        <translation>Residents' data, backups, documents made by FieldKit and the key are erased from this laptop. Half-typed forms go too.</translation>
    </message>
    <message>
        <source>Data yang dulu disisihkan waktu cadangan dipasang masih ada di map data laptop ini, tersandi. Kantor mengambil yang belum terkirim dari sana, lalu menghapusnya.</source>
        <translation>Data that was set aside when a backup was put in place is still in this laptop's data folder, encrypted. The office gets from it what was not sent, then deletes it.</translation>
    </message>
    <message>
        <source>Data yang ketemu</source>
        <translation>Rows found</translation>
    </message>
    <message>
        <source>Data yang rusak disisihkan sebagai {name}, di map {folder}. Jangan dihapus: mungkin kantor masih bisa mengambil yang belum terkirim dari sana.</source>
        <translation>The damaged data was set aside as {name}, in the folder {folder}. Do not delete it: the office may still get from it what was not sent.</translation>
    </message>
    <message>
        <source>Data yang sekarang tidak ditimpa: disimpan di sampingnya. Yang paling lengkap ada di atas.</source>
        <translation>The present data are not overwritten: they are kept beside it. The most complete backup is at the top.</translation>
    </message>
    <message>
        <source>Data yang sudah masuk</source>
        <translation>Data already in</translation>
    </message>
    <message>
        <source>Data yang tidak ada di laptop ini</source>
        <translation>A row that is not on this laptop</translation>
    </message>
    <message>
        <source>Data {n} orang di {m} desa/kelurahan</source>
        <translation>Data of {n} people in {m} villages</translation>
    </message>
    <message>
        <source>Datang</source>
        <translation>Came</translation>
    </message>
    <message>
        <source>Datang ke kantor</source>
        <translation>Came to the office</translation>
    </message>
    <message>
        <source>Datang lagi</source>
        <translation>Come again</translation>
    </message>
    <message>
        <source>Datang {n}, terekam {recorded}</source>
        <translation>Came {n}, recorded {recorded}</translation>
    </message>
    <message>
        <source>Datanya ada, tetapi sebagian warga tidak muncul saat dicari, dan bisa terdaftar dua kali.</source>
        <translation>The data are there, but some residents do not appear in a search, and may be registered twice.</translation>
    </message>
    <message>
        <source>Datanya belum dihapus: {n} titipan meja lain belum bisa diterima. Sinkronkan dulu laptop meja itu.</source>
        <translation>Its data is not erased yet: {n} from other tables can not be taken so far. Sync that table's laptop first.</translation>
    </message>
    <message>
        <source>Datanya berubah, jadi kantor yang mencetak ({waited}).</source>
        <translation>The data change, so the office prints it ({waited}).</translation>
    </message>
    <message>
        <source>Datanya tidak dibuka lagi setelah hari</source>
        <translation>Its data is no longer opened after days</translation>
    </message>
    <message>
        <source>Dengan GET, nomor dan isi kabar tertulis di alamat dan bisa tersimpan di log. Hapus method, pilih "body": "form" atau "json" sesuai penyedia, lalu ulangi.</source>
        <translation>By GET, number and text of a notice stand in the address and may be kept in logs. Take method out, choose "body": "form" or "json" as the provider wants it, then try again.</translation>
    </message>
    <message>
        <source>Dengan alasan kunjungan rumah</source>
        <translation>With reasons of home visits</translation>
    </message>
    <message>
        <source>Dengan laju dua kali lipat ({n}/hari): {day}.</source>
        <translation>At twice the pace ({n}/day): {day}.</translation>
    </message>
    <message>
        <source>Dengan laju sekarang {target} baru tercapai {day}, {n} hari setelah {by}.</source>
        <translation>At today's pace {target} is reached only on {day}, {n} days after {by}.</translation>
    </message>
    <message>
        <source>Dengan laju sekarang {target} tercapai tepat {day}.</source>
        <translation>At this pace {target} is met right on {day}.</translation>
    </message>
    <message>
        <source>Dengan laju sekarang {target} tercapai {day}, {n} hari sebelum {by}.</source>
        <translation>At today's pace {target} is reached on {day}, {n} days before {by}.</translation>
    </message>
    <message>
        <source>Dengan laju sekarang {target} tercapai {day}.</source>
        <translation>At today's pace {target} is reached on {day}.</translation>
    </message>
    <message>
        <source>Dengan laju sekarang {target} tercapai {day}. Tanggal batas belum diisi di Jadwal.</source>
        <translation>At this pace {target} is met on {day}. No last day is set on Schedule yet.</translation>
    </message>
    <message>
        <source>Dengan laju sekarang {target} tidak tercapai dalam waktu dekat.</source>
        <translation>At this pace {target} is not met in the foreseeable future.</translation>
    </message>
    <message>
        <source>Dengan lembar tiap desa/kelurahan (Excel)</source>
        <translation>With a sheet for each village (Excel)</translation>
    </message>
    <message>
        <source>Dengan lembar tiap desa/kelurahan (PDF)</source>
        <translation>With a sheet for each village (PDF)</translation>
    </message>
    <message>
        <source>Desa</source>
        <translation>Villages</translation>
    </message>
    <message>
        <source>Desa atau kelurahan</source>
        <translation>Village</translation>
    </message>
    <message>
        <source>Desa atau kelurahan tempat tinggal</source>
        <translation>Village of residence</translation>
    </message>
    <message>
        <source>Desa dan kelurahan yang ketemu</source>
        <translation>Villages found</translation>
    </message>
    <message>
        <source>Desa ini di kabupaten lain. Pilih desa sendiri.</source>
        <translation>This village is in another regency. Choose one of your own.</translation>
    </message>
    <message>
        <source>Desa/kelurahan</source>
        <translation>Villages</translation>
    </message>
    <message>
        <source>Di NIK tertulis lahir {nik_birth}, di daftar {list_birth}. Cocokkan dengan KK. Kalau KK sama, lanjutkan saja: NIK tidak pernah diubah di meja ini.</source>
        <translation>The NIK says born {nik_birth}, the list says {list_birth}. Compare with the KK. If the KK says the same, just go on: a NIK is never changed at this table.</translation>
    </message>
    <message>
        <source>Di NIK tertulis {nik_sex}, di daftar {list_sex}. Cocokkan dengan KK. Kalau KK sama, lanjutkan saja: NIK tidak pernah diubah di meja ini.</source>
        <translation>The NIK says {nik_sex}, the list says {list_sex}. Compare with the KK. If the KK says the same, just go on: a NIK is never changed at this table.</translation>
    </message>
    <message>
        <source>Di alamat ini tidak ada pusat FieldKit.</source>
        <translation>There is no FieldKit centre at this address.</translation>
    </message>
    <message>
        <source>Di antaranya dijelaskan</source>
        <translation>Of them explained</translation>
    </message>
    <message>
        <source>Di atas juga perintah hapus (server erase) yang dikenal pusat. Cocokkan dengan surat perintah sejak cadangan itu, dan perintahkan lagi yang tidak ada.</source>
        <translation>Above are also the orders to erase (server erase) that the centre knows. Compare them with the letters of the time since that backup, and give an order again that is missing.</translation>
    </message>
    <message>
        <source>Di bawah 17</source>
        <translation>Under 17</translation>
    </message>
    <message>
        <source>Di berkas</source>
        <translation>In the file</translation>
    </message>
    <message>
        <source>Di daftar</source>
        <translation>On the list</translation>
    </message>
    <message>
        <source>Di daftar mutasi: urungkan yang disorot</source>
        <translation>In the list of movements: undo the marked one</translation>
    </message>
    <message>
        <source>Di daftar {n} · sudah diambil {fetched} · ditandai tidak ada {missing} · rusak {damaged}</source>
        <translation>On the list {n} · fetched already {fetched} · marked missing {missing} · damaged {damaged}</translation>
    </message>
    <message>
        <source>Di daftar: {state}. Cocokkan orang dan KK-nya. Kalau memang dia, layani seperti biasa; keraguan ini ikut tercatat untuk kantor.</source>
        <translation>On the list: {state}. Compare the person with the KK. If it is the one, serve as usual; this doubt is kept for the office.</translation>
    </message>
    <message>
        <source>Di gudang tercatat {n}. Boleh dilanjutkan, dan ditandai.</source>
        <translation>The store has {n} on record. You may go on; it will be marked.</translation>
    </message>
    <message>
        <source>Di isian: simpan, atau tanda tangani dengan PIN</source>
        <translation>In a form: save, or sign with the PIN</translation>
    </message>
    <message>
        <source>Di jalan</source>
        <translation>On its way</translation>
    </message>
    <message>
        <source>Di jalan dan dipinjam</source>
        <translation>On the way and lent</translation>
    </message>
    <message>
        <source>Di kanan: tindakan; di isian: pilihan</source>
        <translation>At the right: acts; in a form: choices</translation>
    </message>
    <message>
        <source>Di kantor tercatat {n}. Yang belum diterima tidak bisa dipinjamkan.</source>
        <translation>The office has {n} on record. What was not received yet can not be lent.</translation>
    </message>
    <message>
        <source>Di kecamatan</source>
        <translation>At the district</translation>
    </message>
    <message>
        <source>Di kiriman</source>
        <translation>In the batch</translation>
    </message>
    <message>
        <source>Di kotak rusak</source>
        <translation>In the box</translation>
    </message>
    <message>
        <source>Di kotak rusak tercatat {n} keping. Yang belum tercatat, catat dulu sebagai rusak.</source>
        <translation>The box of spoiled cards has {n} on record. First note as spoiled what is not on record yet.</translation>
    </message>
    <message>
        <source>Di laptop ini</source>
        <translation>On this laptop</translation>
    </message>
    <message>
        <source>Di laptop ini dan di {folder}; keduanya sudah dibuka dan diperiksa.</source>
        <translation>On this laptop and in {folder}; both were opened and checked.</translation>
    </message>
    <message>
        <source>Di laptop ini kartunya belum dicetak. Kalau kartunya ada di tangan, tulis dari mana datangnya.</source>
        <translation>On this laptop the card has not been printed. If you have it in your hand, write where it comes from.</translation>
    </message>
    <message>
        <source>Di laptop ini tidak ada cadangan. Pasang USB yang berisi cadangan, lalu cari berkasnya.</source>
        <translation>There is no backup on this laptop. Plug in the USB stick with backups, then find the file.</translation>
    </message>
    <message>
        <source>Di laptop ini tidak ada salinan kunci untuk kantor.</source>
        <translation>There is no key copy for the office on this laptop.</translation>
    </message>
    <message>
        <source>Di lokasi pelayanan</source>
        <translation>At a service site</translation>
    </message>
    <message>
        <source>Di luar daftar</source>
        <translation>Not on the list</translation>
    </message>
    <message>
        <source>Di luar jam, tetap dihitung untuk {day}. {safe}</source>
        <translation>Out of hours, counted to {day} all the same. {safe}</translation>
    </message>
    <message>
        <source>Di mana kartu saya</source>
        <translation>Where is my card</translation>
    </message>
    <message>
        <source>Di mana kartu saya: nomor resi, ujung NIK, nama</source>
        <translation>Where is my card: receipt number, end of the NIK, name</translation>
    </message>
    <message>
        <source>Di mana kartu saya? Nomor resi, ujung NIK, atau nama</source>
        <translation>Where is my card? Receipt number, end of the NIK, or name</translation>
    </message>
    <message>
        <source>Di map ini belum ada data FieldKit.</source>
        <translation>There are no FieldKit data in this folder yet.</translation>
    </message>
    <message>
        <source>Di map ini belum ada laptop yang terdaftar.</source>
        <translation>This folder holds no enrolled laptop.</translation>
    </message>
    <message>
        <source>Di meja</source>
        <translation>On the table</translation>
    </message>
    <message>
        <source>Di meja ini tercatat {on_record}, jadi {n} belum ada ceritanya. Hitung lagi, atau catat Kembalikan sesudah dibuka.</source>
        <translation>This table has {on_record} on record, so {n} are not told of. Count again, or book what went back after the opening.</translation>
    </message>
    <message>
        <source>Di rumah sakit</source>
        <translation>In hospital</translation>
    </message>
    <message>
        <source>Di rute</source>
        <translation>On the route</translation>
    </message>
    <message>
        <source>Di rute: perhentian lebih dulu, lebih akhir</source>
        <translation>In the route: a stop earlier, later</translation>
    </message>
    <message>
        <source>Di sampingnya tidak ada catatan kuncinya. Dicoba dengan kunci laptop ini.</source>
        <translation>No note on its key lies beside it. The key of this laptop is tried.</translation>
    </message>
    <message>
        <source>Di semua halaman</source>
        <translation>On every page</translation>
    </message>
    <message>
        <source>Di shift ini sudah ada {done}, jadi pembukaannya tetap. Tutup shift ini di Tutup shift.</source>
        <translation>This shift already has {done}, so its opening stands. Close the shift under Close shift.</translation>
    </message>
    <message>
        <source>Di sini ada isian yang dihapus atas dasar hukum, dan pusat itu belum mengenalnya. Tidak ada yang hilang, semua tetap menunggu; minta kantor memperbarui pusat.</source>
        <translation>This laptop has fields that were erased by law, which that centre does not know yet. Nothing is lost, all of it goes on waiting; ask the office to update the centre.</translation>
    </message>
    <message>
        <source>Di sini tidak ada yang perlu diambil. Bawa ke kantor, atau ke laptop ketua tim.</source>
        <translation>There is nothing to take in here. Bring it to the office, or to the lead's laptop.</translation>
    </message>
    <message>
        <source>Di tempat kedua ada {n}, yang terakhir dibuat {span} yang lalu.</source>
        <translation>The second place has {n}, the latest made {span} ago.</translation>
    </message>
    <message>
        <source>Di tempat kedua belum ada cadangan laptop ini.</source>
        <translation>The second place has no backup of this laptop yet.</translation>
    </message>
    <message>
        <source>Di {stop}</source>
        <translation>At {stop}</translation>
    </message>
    <message>
        <source>Diambil</source>
        <translation>Taken</translation>
    </message>
    <message>
        <source>Diambil kembali</source>
        <translation>Taken back</translation>
    </message>
    <message>
        <source>Diantar ke lokasi</source>
        <translation>Brought to the site</translation>
    </message>
    <message>
        <source>Diarahkan ambil kartu</source>
        <translation>Sent to collect the card</translation>
    </message>
    <message>
        <source>Dibakar</source>
        <translation>Burned</translation>
    </message>
    <message>
        <source>Dibatalkan</source>
        <translation>Cancelled</translation>
    </message>
    <message>
        <source>Dibawa</source>
        <translation>Taken</translation>
    </message>
    <message>
        <source>Dibawa ke lokasi</source>
        <translation>Taken to the site</translation>
    </message>
    <message>
        <source>Dibawa terus dari laptop ini</source>
        <translation>Carried on from this laptop</translation>
    </message>
    <message>
        <source>Dibawa {taken}, ketemu {found}</source>
        <translation>Taken {taken}, found {found}</translation>
    </message>
    <message>
        <source>Diberi tahu lewat RT</source>
        <translation>Told through the RT</translation>
    </message>
    <message>
        <source>Diberi tahu lewat telepon</source>
        <translation>Told by phone</translation>
    </message>
    <message>
        <source>Diberikan ke</source>
        <translation>Given to</translation>
    </message>
    <message>
        <source>Diberikan ke meja lain</source>
        <translation>Given to another table</translation>
    </message>
    <message>
        <source>Dibetulkan lewat pelayanan adminduk</source>
        <translation>Corrected through the civil registration service</translation>
    </message>
    <message>
        <source>Dibiarkan</source>
        <translation>Left</translation>
    </message>
    <message>
        <source>Dibuang</source>
        <translation>Discarded</translation>
    </message>
    <message>
        <source>Dibuka</source>
        <translation>Opened</translation>
    </message>
    <message>
        <source>Dibuka dengan frasa sandi laptop {origin}, atau yang lama kalau cadangan ini tidak terpasang waktu frasa diganti.</source>
        <translation>Opened by the passphrase of laptop {origin}, or the former one where this backup was not plugged in when it was changed.</translation>
    </message>
    <message>
        <source>Dibuka dengan kunci laptop ini.</source>
        <translation>Opened with the key of this laptop.</translation>
    </message>
    <message>
        <source>Dibuka lagi</source>
        <translation>Reopened</translation>
    </message>
    <message>
        <source>Dibuka lagi di mejanya, jadi angka ini tidak dihitung. Tunggu penutupan berikutnya.</source>
        <translation>Reopened at its table, so this figure is not counted. Wait for the next closing.</translation>
    </message>
    <message>
        <source>Dibuka lagi oleh {name}, {when}</source>
        <translation>Reopened by {name}, {when}</translation>
    </message>
    <message>
        <source>Dicabut</source>
        <translation>Revoked</translation>
    </message>
    <message>
        <source>Dicas · {percent} %</source>
        <translation>Charging · {percent} %</translation>
    </message>
    <message>
        <source>Dicatat keluar oleh kantor dan dicatat dibawa oleh meja. Kalau itu dus yang sama, urungkan satu (U).</source>
        <translation>Noted as issued by the office and as taken by the table. If it is the same box, undo one of them (U).</translation>
    </message>
    <message>
        <source>Dicatat serah lagi</source>
        <translation>Handed over again, on record</translation>
    </message>
    <message>
        <source>Dicetak</source>
        <translation>Printed</translation>
    </message>
    <message>
        <source>Dicetak dan cocok, belum ditaruh: masih di {place}.</source>
        <translation>Printed and right, not put away yet: still at {place}.</translation>
    </message>
    <message>
        <source>Dicetak di kantor</source>
        <translation>Printed at the office</translation>
    </message>
    <message>
        <source>Dicetak malam</source>
        <translation>Printed at night</translation>
    </message>
    <message>
        <source>Dicetak sesudah rekam baru, sebelum {reason}.</source>
        <translation>Printed after first recordings, before {reason}.</translation>
    </message>
    <message>
        <source>Dicetak {n} · rusak {m}</source>
        <translation>Printed {n} · spoiled {m}</translation>
    </message>
    <message>
        <source>Dicetak {printed}, ketemu {found}</source>
        <translation>Printed {printed}, found {found}</translation>
    </message>
    <message>
        <source>Dicetak {time}</source>
        <translation>Printed {time}</translation>
    </message>
    <message>
        <source>Dicetak {when} di {place}, belum diperiksa.</source>
        <translation>Printed {when} at {place}, not checked yet.</translation>
    </message>
    <message>
        <source>Dicetak, rekamannya batal</source>
        <translation>Printed, recording taken back</translation>
    </message>
    <message>
        <source>Dicetak: {name}</source>
        <translation>Printed: {name}</translation>
    </message>
    <message>
        <source>Dicoba lagi sendiri dalam ± {span}</source>
        <translation>Tried again by itself in ± {span}</translation>
    </message>
    <message>
        <source>Dicoret kantor</source>
        <translation>Taken off by the office</translation>
    </message>
    <message>
        <source>Didahulukan</source>
        <translation>Goes first</translation>
    </message>
    <message>
        <source>Didahulukan, orang asing</source>
        <translation>Goes first, foreigner</translation>
    </message>
    <message>
        <source>Diganti</source>
        <translation>Superseded</translation>
    </message>
    <message>
        <source>Digantikan</source>
        <translation>Replaced</translation>
    </message>
    <message>
        <source>Digantikan yang ke-{n}</source>
        <translation>Replaced by no. {n}</translation>
    </message>
    <message>
        <source>Digantikan {day}.</source>
        <translation>Takes place on {day} instead.</translation>
    </message>
    <message>
        <source>Digeser: {team}, {when}</source>
        <translation>Moved: {team}, {when}</translation>
    </message>
    <message>
        <source>Dihapus di pusat</source>
        <translation>Deleted at the centre</translation>
    </message>
    <message>
        <source>Dihitung</source>
        <translation>Counted</translation>
    </message>
    <message>
        <source>Dihitung di</source>
        <translation>Counted at</translation>
    </message>
    <message>
        <source>Dihitung kembali</source>
        <translation>Counted back</translation>
    </message>
    <message>
        <source>Dihitung oleh</source>
        <translation>Counted by</translation>
    </message>
    <message>
        <source>Dihitung ulang setelah bukti terima dari pusat</source>
        <translation>Counted again after the centre's receipt</translation>
    </message>
    <message>
        <source>Dihitung ulang {time}, setelah bukti terima dari pusat.</source>
        <translation>Counted again {time}, after the centre's receipt.</translation>
    </message>
    <message>
        <source>Dihitung ulang: tidak ada yang menunggu</source>
        <translation>Counted again: nothing is waiting</translation>
    </message>
    <message>
        <source>Dihitung ulang: {n} masih menunggu</source>
        <translation>Counted again: {n} still waiting</translation>
    </message>
    <message>
        <source>Dihitung ulang: {n} titipan masih menunggu</source>
        <translation>Counted again: carried bundles still waiting: {n}</translation>
    </message>
    <message>
        <source>Dihitung {counted} kartu, menurut daftar dan selisihnya {expected}. Hitung lagi, atau sebut kartu yang kurang, rusak, atau tidak di daftar satu per satu.</source>
        <translation>{counted} cards were counted; the list and its differences give {expected}. Count again, or name each card that is missing, damaged, or not on the list.</translation>
    </message>
    <message>
        <source>Diimpor</source>
        <translation>Imported</translation>
    </message>
    <message>
        <source>Dijawab dalam 3 x 24 jam</source>
        <translation>Answered within 72 hours</translation>
    </message>
    <message>
        <source>Dijeda, dilanjutkan dari sini</source>
        <translation>Paused, goes on from here</translation>
    </message>
    <message>
        <source>Dijelaskan, belum disahkan</source>
        <translation>Explained, not approved</translation>
    </message>
    <message>
        <source>Dikeluarkan</source>
        <translation>Issued</translation>
    </message>
    <message>
        <source>Dikembalikan</source>
        <translation>Returned</translation>
    </message>
    <message>
        <source>Dikerjakan</source>
        <translation>To do</translation>
    </message>
    <message>
        <source>Dikirim</source>
        <translation>Sent</translation>
    </message>
    <message>
        <source>Dikirim ke gateway</source>
        <translation>Sent to the gateway</translation>
    </message>
    <message>
        <source>Dikirim ke kecamatan</source>
        <translation>Sent to the district</translation>
    </message>
    <message>
        <source>Dikirim ke pusat saat ada jaringan.</source>
        <translation>Goes to the centre when there is a network.</translation>
    </message>
    <message>
        <source>Dikirim sendiri sebentar lagi</source>
        <translation>Sent by itself shortly</translation>
    </message>
    <message>
        <source>Dikirim setelah laptop ini dicabut. Disimpan terpisah sampai kantor memeriksa.</source>
        <translation>Sent after this laptop was revoked. Kept apart until the office has checked it.</translation>
    </message>
    <message>
        <source>Dikirim {expected}, dihitung {counted}. Selisihnya belum ada ceritanya. Tulis singkat, lalu simpan.</source>
        <translation>{expected} were sent, {counted} counted. Nothing tells yet where the difference went. Write it briefly, then save.</translation>
    </message>
    <message>
        <source>Dilaporkan</source>
        <translation>Reported</translation>
    </message>
    <message>
        <source>Dilaporkan meninggal</source>
        <translation>Reported deceased</translation>
    </message>
    <message>
        <source>Dilaporkan pindah</source>
        <translation>Reported moved</translation>
    </message>
    <message>
        <source>Dilayani tiap setengah jam</source>
        <translation>Served each half hour</translation>
    </message>
    <message>
        <source>Diminta</source>
        <translation>Requested</translation>
    </message>
    <message>
        <source>Diminta datang tanggal</source>
        <translation>Day asked for</translation>
    </message>
    <message>
        <source>Diminta ke</source>
        <translation>Asked of</translation>
    </message>
    <message>
        <source>Diminta oleh</source>
        <translation>Asked by</translation>
    </message>
    <message>
        <source>Diminta {who}, {day}</source>
        <translation>Asked for by {who}, {day}</translation>
    </message>
    <message>
        <source>Diminta {who}, {way}, {when}.</source>
        <translation>Asked by {who}, {way}, {when}.</translation>
    </message>
    <message>
        <source>Dimuat ulang</source>
        <translation>Loaded afresh</translation>
    </message>
    <message>
        <source>Dimusnahkan</source>
        <translation>Destroyed</translation>
    </message>
    <message>
        <source>Dipakai</source>
        <translation>Used</translation>
    </message>
    <message>
        <source>Dipakai sekali di tiap laptop untuk membuat PIN. Kode yang lama tidak berlaku lagi.</source>
        <translation>Used once on each laptop to set the PIN. The old code works no longer.</translation>
    </message>
    <message>
        <source>Dipakai sekarang</source>
        <translation>In use now</translation>
    </message>
    <message>
        <source>Dipanggil</source>
        <translation>Called</translation>
    </message>
    <message>
        <source>Dipanggil ke</source>
        <translation>Called to</translation>
    </message>
    <message>
        <source>Diperbaiki</source>
        <translation>In repair</translation>
    </message>
    <message>
        <source>Diperiksa</source>
        <translation>Checked</translation>
    </message>
    <message>
        <source>Diperiksa pusat</source>
        <translation>Adjudicated at the centre</translation>
    </message>
    <message>
        <source>Dipinjam</source>
        <translation>Borrowed</translation>
    </message>
    <message>
        <source>Dipinjam dari</source>
        <translation>Borrowed from</translation>
    </message>
    <message>
        <source>Dipinjamkan</source>
        <translation>Lent</translation>
    </message>
    <message>
        <source>Dipinjamkan ke</source>
        <translation>Lent to</translation>
    </message>
    <message>
        <source>Dipisahkan</source>
        <translation>Parted</translation>
    </message>
    <message>
        <source>Dipotong</source>
        <translation>Cut up</translation>
    </message>
    <message>
        <source>Diproses</source>
        <translation>Processing</translation>
    </message>
    <message>
        <source>Diputuskan oleh {name}</source>
        <translation>Decided by {name}</translation>
    </message>
    <message>
        <source>Direkam per hari</source>
        <translation>Recorded by day</translation>
    </message>
    <message>
        <source>Disabilitas</source>
        <translation>Disability</translation>
    </message>
    <message>
        <source>Disahkan</source>
        <translation>Approved</translation>
    </message>
    <message>
        <source>Disahkan keluar</source>
        <translation>Approved off the list</translation>
    </message>
    <message>
        <source>Disatukan</source>
        <translation>Linked</translation>
    </message>
    <message>
        <source>Diserahkan</source>
        <translation>Handed over</translation>
    </message>
    <message>
        <source>Diserahkan di halaman Kartu (F6): minta identitas, catat penerimanya. Di sini catat Kartu diambil.</source>
        <translation>Handed over on the Cards page (F6): ask for identity, note who takes it. Here, note Card collected.</translation>
    </message>
    <message>
        <source>Diserahkan sebelum cetakannya tercatat di sini</source>
        <translation>Handed over before its print was known here</translation>
    </message>
    <message>
        <source>Diserahkan tanpa diperiksa</source>
        <translation>Handed over without being checked</translation>
    </message>
    <message>
        <source>Diserahkan {when} kepada {who}.</source>
        <translation>Handed over {when} to {who}.</translation>
    </message>
    <message>
        <source>Diserahkan, {relation}</source>
        <translation>Handed over, {relation}</translation>
    </message>
    <message>
        <source>Disetujui</source>
        <translation>Approved</translation>
    </message>
    <message>
        <source>Disetujui mendesak</source>
        <translation>Approved as urgent</translation>
    </message>
    <message>
        <source>Disetujui mendesak: {name}</source>
        <translation>Approved as urgent: {name}</translation>
    </message>
    <message>
        <source>Disiapkan</source>
        <translation>Being prepared</translation>
    </message>
    <message>
        <source>Disiapkan ke kecamatan</source>
        <translation>Set aside for the district</translation>
    </message>
    <message>
        <source>Disiapkan untuk kecamatan</source>
        <translation>Set aside for the district</translation>
    </message>
    <message>
        <source>Disiapkan untuk kecamatan sejak {when}, masih di {place}. Bisa diambil sekarang, dipegang {who}.</source>
        <translation>Set aside for the district since {when}, still at {place}. Can be fetched now, kept by {who}.</translation>
    </message>
    <message>
        <source>Disk hampir penuh: sisa {free}.</source>
        <translation>The disk is almost full: {free} left.</translation>
    </message>
    <message>
        <source>Disk laptop</source>
        <translation>Laptop disk</translation>
    </message>
    <message>
        <source>Disk laptop sisa {size}</source>
        <translation>Laptop disk: {size} left</translation>
    </message>
    <message>
        <source>Disk sisa {size}</source>
        <translation>Disk: {size} left</translation>
    </message>
    <message>
        <source>Distribusi ke kecamatan</source>
        <translation>Distribution to the district</translation>
    </message>
    <message>
        <source>Ditahan</source>
        <translation>Held</translation>
    </message>
    <message>
        <source>Ditahan ({waited}). {what}</source>
        <translation>Held ({waited}). {what}</translation>
    </message>
    <message>
        <source>Ditahan di pusat</source>
        <translation>Held at the centre</translation>
    </message>
    <message>
        <source>Ditahan: ada dua isian yang berbeda untuk data orang ini. Putuskan di Sinkronisasi.</source>
        <translation>Held: two entries differ about this person. Decide on Sync.</translation>
    </message>
    <message>
        <source>Ditahan: baru 17 tahun pada {day}. Dicetak mulai hari itu.</source>
        <translation>Held: 17 only on {day}. Printed from that day on.</translation>
    </message>
    <message>
        <source>Ditahan: belum ada NIK, jadi belum masuk antrean cetak ({waited}). Tulis NIK kalau sudah ada.</source>
        <translation>Held: there is no NIK yet, so it is not in the print queue ({waited}). Write the NIK once it is there.</translation>
    </message>
    <message>
        <source>Ditandatangani {who}, {day} {time}</source>
        <translation>Signed by {who}, {day} {time}</translation>
    </message>
    <message>
        <source>Ditanyakan tiap FieldKit dibuka. Cadangan yang sedang tidak terpasang tetap dibuka frasa lama, dan lewat itu data ini juga: hapus kalau frasa itu bocor.</source>
        <translation>Asked for whenever FieldKit opens. Backups that are not plugged in now still open with the former passphrase, and through them these data as well: erase them if it may be known.</translation>
    </message>
    <message>
        <source>Ditarik</source>
        <translation>Withdrawn</translation>
    </message>
    <message>
        <source>Ditarik {when}. Kartu di {place}, dipegang {who}.</source>
        <translation>Withdrawn {when}. The card is at {place}, kept by {who}.</translation>
    </message>
    <message>
        <source>Ditarik, di kotak kartu rusak sejak {when}. Menunggu dimusnahkan.</source>
        <translation>Withdrawn, in the box of spoiled cards since {when}. Waits to be destroyed.</translation>
    </message>
    <message>
        <source>Ditaruh di</source>
        <translation>Put at</translation>
    </message>
    <message>
        <source>Ditempel di desa</source>
        <translation>Posted in the village</translation>
    </message>
    <message>
        <source>Ditempel di desa, kalau disetujui kepala dinas</source>
        <translation>Posted in the village, if the head of the office approved it</translation>
    </message>
    <message>
        <source>Ditempel tidak jadi dihitung</source>
        <translation>The posting does not count after all</translation>
    </message>
    <message>
        <source>Ditemukan</source>
        <translation>Found</translation>
    </message>
    <message>
        <source>Diterima</source>
        <translation>Received</translation>
    </message>
    <message>
        <source>Diterima dengan {n} selisih. Yang dicari ditandai di daftar kartunya.</source>
        <translation>Received with differences: {n}. What is looked for is marked in its list of cards.</translation>
    </message>
    <message>
        <source>Diterima di kecamatan</source>
        <translation>Received at the district</translation>
    </message>
    <message>
        <source>Diterima gateway</source>
        <translation>Accepted by the gateway</translation>
    </message>
    <message>
        <source>Diterima oleh</source>
        <translation>Received by</translation>
    </message>
    <message>
        <source>Diterima pusat</source>
        <translation>Received by centre</translation>
    </message>
    <message>
        <source>Diterima {name}.</source>
        <translation>Received by {name}.</translation>
    </message>
    <message>
        <source>Diterima {who} {when}.</source>
        <translation>Received by {who} {when}.</translation>
    </message>
    <message>
        <source>Diterima {who}. Kalau kartunya memang ada di meja, pilih Kembali. Kalau tetap dicatat, kedua catatan disimpan dan jadi kasus untuk kantor.</source>
        <translation>Received by {who}. If the card really lies on the table, choose Came back. If it is noted all the same, both records are kept and are a case for the office.</translation>
    </message>
    <message>
        <source>Diterima, ada selisih</source>
        <translation>Received, with differences</translation>
    </message>
    <message>
        <source>Diterima, cetak ulang</source>
        <translation>Accepted, reprint</translation>
    </message>
    <message>
        <source>Diterima. {n} kartu menunggu pemiliknya di kecamatan.</source>
        <translation>Received. Cards waiting for their owners at the district: {n}.</translation>
    </message>
    <message>
        <source>Diteruskan ke kantor</source>
        <translation>Passed to the office</translation>
    </message>
    <message>
        <source>Ditolak</source>
        <translation>Refused</translation>
    </message>
    <message>
        <source>Ditolak gateway</source>
        <translation>Refused by the gateway</translation>
    </message>
    <message>
        <source>Ditulis FieldKit yang lebih baru, dan hanya bisa dipasang dengan versi itu.</source>
        <translation>Written by a newer FieldKit, and only that version can put it in place.</translation>
    </message>
    <message>
        <source>Ditunda</source>
        <translation>Postponed</translation>
    </message>
    <message>
        <source>Ditunda selama blangko langka</source>
        <translation>Postponed while blanks are scarce</translation>
    </message>
    <message>
        <source>Ditutup</source>
        <translation>Closed</translation>
    </message>
    <message>
        <source>Ditutup oleh</source>
        <translation>Closed by</translation>
    </message>
    <message>
        <source>Ditutup {when}</source>
        <translation>Closed {when}</translation>
    </message>
    <message>
        <source>Ditutup {when}, ditandatangani ke-{n} kali</source>
        <translation>Closed {when}, signed {n} times</translation>
    </message>
    <message>
        <source>Diukur sendiri saat ada yang dikirim atau diambil.</source>
        <translation>It is measured by itself when something is sent or fetched.</translation>
    </message>
    <message>
        <source>Diunggah</source>
        <translation>Uploaded</translation>
    </message>
    <message>
        <source>Diurungkan</source>
        <translation>Undone</translation>
    </message>
    <message>
        <source>Diurungkan di meja pendaftaran</source>
        <translation>Undone at the registration table</translation>
    </message>
    <message>
        <source>Diurungkan, stoknya kembali</source>
        <translation>Undone, the stock is back</translation>
    </message>
    <message>
        <source>Diurungkan: {what}</source>
        <translation>Undone: {what}</translation>
    </message>
    <message>
        <source>Diusulkan</source>
        <translation>Proposed</translation>
    </message>
    <message>
        <source>Diusulkan {kind}</source>
        <translation>Proposed {kind}</translation>
    </message>
    <message>
        <source>Dobel</source>
        <translation>Double</translation>
    </message>
    <message>
        <source>Dokumen</source>
        <translation>Document</translation>
    </message>
    <message>
        <source>Dokumen dibuat dengan templat asli. Betulkan baris itu, atau hapus templatnya dari folder templates.</source>
        <translation>The document was made with the built-in template. Correct that line, or delete the template from the folder templates.</translation>
    </message>
    <message>
        <source>Dokumen dibuat dengan templat asli. Cari pengulangan yang tidak berakhir, atau hapus templat kantor.</source>
        <translation>The document was made with the built-in template. Look for a loop without an end, or delete the office's template.</translation>
    </message>
    <message>
        <source>Dokumen dibuat dengan templat asli. Periksa nama berkas di bagian include, atau hapus templat kantor.</source>
        <translation>The document was made with the built-in template. Check the file name in the include, or delete the template of the office.</translation>
    </message>
    <message>
        <source>Dokumen memakai templat bawaan.</source>
        <translation>Documents use the built-in templates.</translation>
    </message>
    <message>
        <source>Dokumen memakai templat itu di atas yang bawaan.</source>
        <translation>Documents use them before the built-in ones.</translation>
    </message>
    <message>
        <source>Dokumen tersimpan</source>
        <translation>Documents saved</translation>
    </message>
    <message>
        <source>Dokumennya tetap dibuat, dengan templat bawaan.</source>
        <translation>The documents are made all the same, with the built-in template.</translation>
    </message>
    <message>
        <source>Draf aman</source>
        <translation>Draft safe</translation>
    </message>
    <message>
        <source>Draf dilanjutkan</source>
        <translation>Draft taken up again</translation>
    </message>
    <message>
        <source>Dua versi satu daftar diberlakukan di dua laptop kantor yang belum saling tahu. Yang diberlakukan terakhir dipakai, tidak ada orang yang hilang. Sepakati; kalau yang lain yang benar, berlakukan lagi di meja Daftar (Kantor).</source>
        <translation>Two versions of one list were made active on two laptops of the office that did not know of each other. The one made active last is used, nobody is lost. Agree on one; if the other is right, make it active again at the desk of lists (Office).</translation>
    </message>
    <message>
        <source>Dusun atau permukiman</source>
        <translation>Hamlet or settlement</translation>
    </message>
    <message>
        <source>Empat angka terakhir 0000, biasanya karena dibulatkan oleh Excel. Cocokkan dengan KK dan betulkan; kalau KK sama, lanjutkan saja.</source>
        <translation>The last four digits are 0000, usually because Excel rounded them. Compare with the KK and correct it; if the KK says the same, just go on.</translation>
    </message>
    <message>
        <source>Enter</source>
        <translation>Enter</translation>
    </message>
    <message>
        <source>Enter pada orang yang menunggu, atau pada rute (Alt+R).</source>
        <translation>Enter on somebody who waits, or on the route (Alt+R).</translation>
    </message>
    <message>
        <source>Esc</source>
        <translation>Esc</translation>
    </message>
    <message>
        <source>Esc kembali.</source>
        <translation>Esc goes back.</translation>
    </message>
    <message>
        <source>F1 sekali lagi membuka panduan. Ctrl+P: semua tombol di satu lembar. Esc menutup.</source>
        <translation>F1 again opens the guide. Ctrl+P: all keys on one sheet. Esc closes.</translation>
    </message>
    <message>
        <source>FieldKit berhenti di tengah jalan.</source>
        <translation>FieldKit stopped midway.</translation>
    </message>
    <message>
        <source>FieldKit boleh dipakai, disalin dan diubah siapa saja (lisensi MIT). Di dalamnya ada karya orang lain, masing-masing dengan lisensinya. Qt dipakai menurut LGPL 3: berkasnya terpisah di map program, dan boleh diganti dengan Qt yang Anda bangun sendiri. Nama wilayah dari idn-area-data, menurut ODbL.</source>
        <translation>Anybody may use, copy and change FieldKit (MIT licence). It holds works of others, each under its own licence. Qt is used under the LGPL 3: its files lie apart in the program's folder, and you may replace them with a Qt that you built yourself. Names of places are from idn-area-data, under the ODbL.</translation>
    </message>
    <message>
        <source>FieldKit di laptop ini terlalu lama untuk pusat.</source>
        <translation>FieldKit on this laptop is too old for the centre.</translation>
    </message>
    <message>
        <source>FieldKit memakai jam setempat, jadi resi benar. Jam di pojok layar laptop berbeda.</source>
        <translation>FieldKit uses local time, so receipts are right. The clock in the corner of the screen differs.</translation>
    </message>
    <message>
        <source>FieldKit mencari pusat sendiri begitu ada jaringan.</source>
        <translation>FieldKit looks for the centre by itself once there is a network.</translation>
    </message>
    <message>
        <source>FieldKit menyelesaikan pekerjaan lain dulu, lalu PIN ini diperiksa. Tidak perlu mengetik lagi.</source>
        <translation>FieldKit finishes other work first, then this PIN is checked. Nothing needs to be typed again.</translation>
    </message>
    <message>
        <source>FieldKit {version}.</source>
        <translation>FieldKit {version}.</translation>
    </message>
    <message>
        <source>Film</source>
        <translation>Film</translation>
    </message>
    <message>
        <source>Film (cetak)</source>
        <translation>Film (prints)</translation>
    </message>
    <message>
        <source>Film baru</source>
        <translation>New film</translation>
    </message>
    <message>
        <source>Folder FieldKit tidak bisa ditulis.</source>
        <translation>The FieldKit folder cannot be written.</translation>
    </message>
    <message>
        <source>Formulir ini tidak dikirim dari halaman ini. Buka lagi halamannya, lalu ulangi.</source>
        <translation>This form was not sent from this page. Open the page again and repeat.</translation>
    </message>
    <message>
        <source>Formulir {codes}</source>
        <translation>Form {codes}</translation>
    </message>
    <message>
        <source>Frasa kunci darurat</source>
        <translation>Rescue key passphrase</translation>
    </message>
    <message>
        <source>Frasa kunci darurat belum diketik.</source>
        <translation>The passphrase of the rescue key is not typed yet.</translation>
    </message>
    <message>
        <source>Frasa kunci darurat tidak cocok.</source>
        <translation>The passphrase of the rescue key does not match.</translation>
    </message>
    <message>
        <source>Frasa kunci darurat: </source>
        <translation>Passphrase of the rescue key: </translation>
    </message>
    <message>
        <source>Frasa sandi</source>
        <translation>Passphrase</translation>
    </message>
    <message>
        <source>Frasa sandi baru</source>
        <translation>New passphrase</translation>
    </message>
    <message>
        <source>Frasa sandi baru terlalu pendek. Pakai sedikitnya {n} huruf.</source>
        <translation>The new passphrase is too short. Use at least {n} letters.</translation>
    </message>
    <message>
        <source>Frasa sandi baru untuk laptop ini</source>
        <translation>New passphrase for this laptop</translation>
    </message>
    <message>
        <source>Frasa sandi baru {n} huruf, sedikitnya {least}. Pakai empat kata yang mudah diingat.</source>
        <translation>The passphrase has {n} letters so far, at least {least}. Use four words that are easy to remember.</translation>
    </message>
    <message>
        <source>Frasa sandi baru: </source>
        <translation>New passphrase: </translation>
    </message>
    <message>
        <source>Frasa sandi belum diketik.</source>
        <translation>The passphrase is not typed yet.</translation>
    </message>
    <message>
        <source>Frasa sandi data laptop: </source>
        <translation>Passphrase of the laptop's data: </translation>
    </message>
    <message>
        <source>Frasa sandi laptop asal cadangan ini: </source>
        <translation>Passphrase of the laptop that this backup is from: </translation>
    </message>
    <message>
        <source>Frasa sandi laptop asalnya</source>
        <translation>Passphrase of the laptop it is from</translation>
    </message>
    <message>
        <source>Frasa sandi laptop ini</source>
        <translation>Passphrase of this laptop</translation>
    </message>
    <message>
        <source>Frasa sandi mengunci nama, NIK, dan nomor HP warga di laptop ini. Diketik setiap kali FieldKit dibuka, juga tanpa jaringan.</source>
        <translation>The passphrase locks residents' names, NIKs, and phone numbers on this laptop. It is typed each time FieldKit opens, also without a network.</translation>
    </message>
    <message>
        <source>Frasa sandi sedang dicoba. Tunggu sebentar.</source>
        <translation>The passphrase is being tried. Please wait a moment.</translation>
    </message>
    <message>
        <source>Frasa sandi terlalu pendek.</source>
        <translation>The passphrase is too short.</translation>
    </message>
    <message>
        <source>Frasa sandi tidak cocok.</source>
        <translation>The passphrase does not match.</translation>
    </message>
    <message>
        <source>Frasa untuk kunci darurat: </source>
        <translation>Passphrase for the rescue key: </translation>
    </message>
    <message>
        <source>Gagal alat atau listrik</source>
        <translation>Device or power failed</translation>
    </message>
    <message>
        <source>Gagal cetak</source>
        <translation>Print failed</translation>
    </message>
    <message>
        <source>Gagal cetak, keping rusak</source>
        <translation>Print failed, piece spoiled</translation>
    </message>
    <message>
        <source>Gagal dicari</source>
        <translation>Search failed</translation>
    </message>
    <message>
        <source>Gagal didaftarkan</source>
        <translation>Enrolment failed</translation>
    </message>
    <message>
        <source>Gagal encode</source>
        <translation>Encode failed</translation>
    </message>
    <message>
        <source>Gagal encode, keping rusak</source>
        <translation>Encoding failed, piece spoiled</translation>
    </message>
    <message>
        <source>Gagal, hubungi kembali</source>
        <translation>Failed, call back</translation>
    </message>
    <message>
        <source>Gagal: alat / listrik</source>
        <translation>Failed: device / power</translation>
    </message>
    <message>
        <source>Gambaran</source>
        <translation>Overview</translation>
    </message>
    <message>
        <source>Gambaran: sisa per RT, laju, urutan kelurahan</source>
        <translation>Overview: left by RT, pace, order of the villages</translation>
    </message>
    <message>
        <source>Ganda, disahkan</source>
        <translation>Double, approved</translation>
    </message>
    <message>
        <source>Ganti</source>
        <translation>Change</translation>
    </message>
    <message>
        <source>Ganti bahasa membuka halaman dari awal. Yang sedang diketik tersimpan sebagai draf.</source>
        <translation>Another language opens the pages afresh. What is half typed is kept as a draft.</translation>
    </message>
    <message>
        <source>Ganti frasa</source>
        <translation>Change passphrase</translation>
    </message>
    <message>
        <source>Ganti orang</source>
        <translation>Other person</translation>
    </message>
    <message>
        <source>Ganti peran</source>
        <translation>Another role</translation>
    </message>
    <message>
        <source>Ganti urutan</source>
        <translation>Turn order</translation>
    </message>
    <message>
        <source>Garis</source>
        <translation>Line</translation>
    </message>
    <message>
        <source>Gateway belum menerima, dicoba lagi</source>
        <translation>The gateway did not take it, tried again</translation>
    </message>
    <message>
        <source>Gateway menolak nomor ini.</source>
        <translation>The gateway refuses this number.</translation>
    </message>
    <message>
        <source>Gateway {regency} di berkas {name} memakai GET.</source>
        <translation>The gateway of {regency} in the file {name} uses GET.</translation>
    </message>
    <message>
        <source>Gelap</source>
        <translation>Dark</translation>
    </message>
    <message>
        <source>Genset</source>
        <translation>Generator</translation>
    </message>
    <message>
        <source>Geser shift satu jam lebih awal, lebih lambat</source>
        <translation>Move the shift an hour earlier, later</translation>
    </message>
    <message>
        <source>Geser shift: hari dan tim</source>
        <translation>Move the shift: day and team</translation>
    </message>
    <message>
        <source>Geser {team} ke {hours}</source>
        <translation>Move {team} to {hours}</translation>
    </message>
    <message>
        <source>Giliran {n}</source>
        <translation>Turn {n}</translation>
    </message>
    <message>
        <source>Gotong royong</source>
        <translation>Mutual aid</translation>
    </message>
    <message>
        <source>Gotong royong baru</source>
        <translation>New mission</translation>
    </message>
    <message>
        <source>Gotong royong dibatalkan</source>
        <translation>Mutual aid called off</translation>
    </message>
    <message>
        <source>Gotong royong dimulai</source>
        <translation>Mutual aid begun</translation>
    </message>
    <message>
        <source>Gotong royong ini belum diberi nama.</source>
        <translation>This mission has no name yet.</translation>
    </message>
    <message>
        <source>Gotong royong ini sudah berakhir, isinya tetap.</source>
        <translation>This mission has ended; its terms stay.</translation>
    </message>
    <message>
        <source>Gotong royong ini sudah melangkah lagi sesudah itu.</source>
        <translation>This mission went on since.</translation>
    </message>
    <message>
        <source>Gotong royong selesai</source>
        <translation>Mutual aid settled</translation>
    </message>
    <message>
        <source>Gotong royong yang dibatalkan tidak bisa dimulai lagi. Laptop tamu melepas daftarnya saat terhubung lagi. Tulis kenapa dibatalkan.</source>
        <translation>Mutual aid that is called off can not begin again. The guest laptops let go of the lists when they are next in touch. Write why it is called off.</translation>
    </message>
    <message>
        <source>Gudang kantor</source>
        <translation>Office store</translation>
    </message>
    <message>
        <source>Gudang kantor tercatat {n} keping</source>
        <translation>The office store has {n} cards on record</translation>
    </message>
    <message>
        <source>Gulung isi bab</source>
        <translation>Scroll the chapter</translation>
    </message>
    <message>
        <source>HP sendiri, keluarga, tidak punya HP</source>
        <translation>Own phone, family, no phone</translation>
    </message>
    <message>
        <source>HP {phone}</source>
        <translation>Phone {phone}</translation>
    </message>
    <message>
        <source>HP, direkam di sini</source>
        <translation>Phone, recorded here</translation>
    </message>
    <message>
        <source>Habis masa berlaku</source>
        <translation>Ended</translation>
    </message>
    <message>
        <source>Hadir</source>
        <translation>Present</translation>
    </message>
    <message>
        <source>Hadir lagi</source>
        <translation>Back again</translation>
    </message>
    <message>
        <source>Halaman dari pusat tidak bisa dibaca.</source>
        <translation>The page from the centre can not be read.</translation>
    </message>
    <message>
        <source>Halaman ini tidak ada.</source>
        <translation>There is no such page.</translation>
    </message>
    <message>
        <source>Halaman ini tidak bisa dibuat sekarang. Coba lagi sebentar lagi.</source>
        <translation>This page can not be made now. Try again in a moment.</translation>
    </message>
    <message>
        <source>Halaman sebelah</source>
        <translation>Neighbouring page</translation>
    </message>
    <message>
        <source>Halaman untuk umum</source>
        <translation>Page for the public</translation>
    </message>
    <message>
        <source>Halaman, dari Hari ini sampai Kantor</source>
        <translation>Pages, from Today to Office</translation>
    </message>
    <message>
        <source>Hanya PostgreSQL dengan Citus yang bisa dibagi ke beberapa mesin.</source>
        <translation>Only PostgreSQL with Citus can be spread over several machines.</translation>
    </message>
    <message>
        <source>Hanya admin kantor yang boleh menyatakan pekerjaan hilang. Kasus ini tetap terbuka. Beri tahu kantor.</source>
        <translation>Only an admin of the office may say that work is lost. This case stays open. Tell the office.</translation>
    </message>
    <message>
        <source>Hanya admin yang mengatur pengguna dan laptop. Minta admin masuk.</source>
        <translation>Only an admin manages users and laptops. Ask an admin to sign in.</translation>
    </message>
    <message>
        <source>Hanya admin yang menjawab kode permintaan. Minta admin masuk.</source>
        <translation>Only an admin answers requests. Ask an admin to sign in.</translation>
    </message>
    <message>
        <source>Hanya akun di laptop {origin} atau kunci darurat kantor yang membukanya. Minta admin membawa berkas kunci dan frasanya.</source>
        <translation>Only the account on laptop {origin} or the office's rescue key opens it. Ask an admin to bring the key file and its passphrase.</translation>
    </message>
    <message>
        <source>Hanya akun di laptop {origin} sendiri yang membukanya: waktu dibuat, kantor belum punya kunci darurat.</source>
        <translation>Only the account on laptop {origin} itself opens it: when it was made, the office had no rescue key yet.</translation>
    </message>
    <message>
        <source>Hanya kalau kantor sudah menghapus rekaman lama. Kalau belum, hasilnya data ganda.</source>
        <translation>Only if the office has deleted the old recording. Otherwise it makes double data.</translation>
    </message>
    <message>
        <source>Hanya ketua tim lain atau kantor yang bisa ini.</source>
        <translation>Only another team lead, or the office, can do this.</translation>
    </message>
    <message>
        <source>Hanya ketua tim yang bisa melakukan ini. Minta ketua tim masuk.</source>
        <translation>Only the team lead can do this. Ask the team lead to sign in.</translation>
    </message>
    <message>
        <source>Hanya ketua tim yang mengambil daftar hadir.</source>
        <translation>Only a team lead takes the attendance list.</translation>
    </message>
    <message>
        <source>Hanya ketua tim yang menutup shift</source>
        <translation>Only the team lead closes the shift</translation>
    </message>
    <message>
        <source>Hanya ketua tim yang menutup tim.</source>
        <translation>Only a team lead closes the team.</translation>
    </message>
    <message>
        <source>Hanya laptop ini</source>
        <translation>This laptop alone</translation>
    </message>
    <message>
        <source>Hanya pemiliknya sendiri</source>
        <translation>Only the owner</translation>
    </message>
    <message>
        <source>Hanya penyimpan blangko atau kantor yang bisa melakukan ini. Minta mereka masuk.</source>
        <translation>Only the stock keeper or the office can do this. Ask them to sign in.</translation>
    </message>
    <message>
        <source>Hanya perencana atau admin kantor yang bisa melakukan ini. Minta kantor masuk.</source>
        <translation>Only a planner or admin of the office can do this. Ask the office to sign in.</translation>
    </message>
    <message>
        <source>Hanya perencana atau admin kantor yang menambah koreksi.</source>
        <translation>Only a planner or an admin of the office adds corrections.</translation>
    </message>
    <message>
        <source>Hanya perencana atau admin kantor yang mencatat ini. Minta kantor masuk di sini.</source>
        <translation>Only a planner or an admin of the office notes this. Ask the office to sign in here.</translation>
    </message>
    <message>
        <source>Hanya yang tampil di bawah ini yang ditulis: temuan, versi, jumlah baris, pengaturan dan log bersensor. Tidak ada nama, NIK atau nomor HP. Baca dulu, lalu simpan dan kirim ke kantor.</source>
        <translation>Only what is shown below is written: findings, versions, row counts, settings and the masked log. No names, NIKs or phone numbers. Read it first, then save it and send it to the office.</translation>
    </message>
    <message>
        <source>Hapus berkas lain di laptop ini. Kalau disk penuh, pekerjaan tidak bisa disimpan.</source>
        <translation>Delete other files on this laptop. On a full disk no work can be saved.</translation>
    </message>
    <message>
        <source>Hapus kolom kosong di ujung kanannya, simpan, lalu pilih lagi.</source>
        <translation>Delete the empty columns at its right end, save, then choose it again.</translation>
    </message>
    <message>
        <source>Hapus tanda</source>
        <translation>Remove the mark</translation>
    </message>
    <message>
        <source>Hari</source>
        <translation>Day</translation>
    </message>
    <message>
        <source>Hari atau minggu sebelumnya, berikutnya</source>
        <translation>Day or week before, after</translation>
    </message>
    <message>
        <source>Hari ini</source>
        <translation>Today</translation>
    </message>
    <message>
        <source>Hari ini cukup. Cadangan dan daftar besar bisa tidak muat.</source>
        <translation>Enough for today. Backups and large lists may not fit.</translation>
    </message>
    <message>
        <source>Hari ini sudah lewat. Boleh dicatat, tapi tidak ada tim yang melihatnya sebelum berangkat.</source>
        <translation>This day is over. It may be noted, but no team sees it before leaving.</translation>
    </message>
    <message>
        <source>Hari ini tanggal berapa?</source>
        <translation>What is today's date?</translation>
    </message>
    <message>
        <source>Hari ini {day}?</source>
        <translation>Is it {day} today?</translation>
    </message>
    <message>
        <source>Hari itu sudah lewat, dan hari yang lewat tetap dengan aturannya. Pilih hari ini atau sesudahnya.</source>
        <translation>That day is past, and past days keep their rule. Choose today or a later day.</translation>
    </message>
    <message>
        <source>Hari kerja</source>
        <translation>Working day</translation>
    </message>
    <message>
        <source>Hari kerja belum dipastikan. Tulis tanggal hari ini.</source>
        <translation>The working day is not confirmed yet. Write today's date.</translation>
    </message>
    <message>
        <source>Hari kerja belum dipastikan. Umur dan jam layanan dihitung dari hari ini. Pilih tanggalnya.</source>
        <translation>The working day is not confirmed yet. Ages and service times are counted from today. Choose the date.</translation>
    </message>
    <message>
        <source>Hari khusus</source>
        <translation>Special days</translation>
    </message>
    <message>
        <source>Hari libur</source>
        <translation>Holiday</translation>
    </message>
    <message>
        <source>Hari libur: {name}. Boleh bekerja; pastikan tempatnya dibuka.</source>
        <translation>Holiday: {name}. Work is allowed; make sure that the place will be open.</translation>
    </message>
    <message>
        <source>Hari mulainya sudah lewat sebelum ditandatangani. Tarik rancangan ini, lalu tulis dengan hari baru.</source>
        <translation>Its first day passed before it was signed. Withdraw this draft, and write it with a new day.</translation>
    </message>
    <message>
        <source>Hari pemungutan suara</source>
        <translation>Day of the vote</translation>
    </message>
    <message>
        <source>Hari pertama</source>
        <translation>First day</translation>
    </message>
    <message>
        <source>Hari pertamanya belum tiba. Mulai pada hari itu.</source>
        <translation>Its first day has not come. Begin on that day.</translation>
    </message>
    <message>
        <source>Hari rekam</source>
        <translation>Day of recording</translation>
    </message>
    <message>
        <source>Hari sebelumnya, hari berikutnya</source>
        <translation>The day before, the next day</translation>
    </message>
    <message>
        <source>Hari sesi</source>
        <translation>Day of the session</translation>
    </message>
    <message>
        <source>Hari terakhir</source>
        <translation>Last day</translation>
    </message>
    <message>
        <source>Hari terakhirnya belum lewat. Selesaikan sesudah itu.</source>
        <translation>Its last day is not over. Settle after that.</translation>
    </message>
    <message>
        <source>Hari terakhirnya sebelum hari pertama. Betulkan salah satunya.</source>
        <translation>Its last day is before the first. Correct one of them.</translation>
    </message>
    <message>
        <source>Hari, minggu, tim; Alt+3 lagi: tim berikutnya</source>
        <translation>Day, week, team; Alt+3 again: the next team</translation>
    </message>
    <message>
        <source>Hari-harinya sudah lewat, daftar tidak dibagikan lagi.</source>
        <translation>Its days are over; lists are not shared any more.</translation>
    </message>
    <message>
        <source>Harinya belum dipastikan. Tulis seperti 23-02-2019.</source>
        <translation>The day is not confirmed. Write it like 23-02-2019.</translation>
    </message>
    <message>
        <source>Harinya belum ditulis. Tulis mulai kapan aturan ini berlaku.</source>
        <translation>The day is missing. Write from when these rules hold.</translation>
    </message>
    <message>
        <source>Harus tetap menurut undang-undang</source>
        <translation>Has to stay by law</translation>
    </message>
    <message>
        <source>Hasil</source>
        <translation>Outcome</translation>
    </message>
    <message>
        <source>Hasil hitung</source>
        <translation>Counted</translation>
    </message>
    <message>
        <source>Hasil kunjungan</source>
        <translation>Visit outcome</translation>
    </message>
    <message>
        <source>Hasil kunjungan belum dipilih.</source>
        <translation>No visit outcome chosen yet.</translation>
    </message>
    <message>
        <source>Hasil lain</source>
        <translation>Other outcomes</translation>
    </message>
    <message>
        <source>Hasil orang yang sedang dilayani</source>
        <translation>Outcome of the person being served</translation>
    </message>
    <message>
        <source>Hasil rekam</source>
        <translation>Recording outcomes</translation>
    </message>
    <message>
        <source>Hasil yang tercatat untuk orang yang salah diurungkan di sini; orangnya antre lagi. Yang direkam di rumah dibatalkan.</source>
        <translation>What was noted for the wrong person is taken back here; the person queues again. Who was recorded at home is cancelled.</translation>
    </message>
    <message>
        <source>Hasilnya belum dipilih. Cocokkan kartu dengan KK, lalu pilih.</source>
        <translation>No result is chosen. Compare the card with the KK, then choose.</translation>
    </message>
    <message>
        <source>Hasilnya seperti tadi lagi.</source>
        <translation>The outcome is as before again.</translation>
    </message>
    <message>
        <source>Hentikan</source>
        <translation>Stop</translation>
    </message>
    <message>
        <source>Hijau terekam {recorded}, biru sisa {left}, arsiran diusulkan {proposed}. Abu-abu di luar jangkauan: dicoret kantor {approved}, merantau {away}.</source>
        <translation>Green recorded {recorded}, blue left {left}, hatched proposed {proposed}. Grey out of reach: taken off {approved}, away {away}.</translation>
    </message>
    <message>
        <source>Hilang</source>
        <translation>Lost</translation>
    </message>
    <message>
        <source>Hilang sejak {when}</source>
        <translation>Lost since {when}</translation>
    </message>
    <message>
        <source>Hitung</source>
        <translation>Count</translation>
    </message>
    <message>
        <source>Hitung stok</source>
        <translation>Stock count</translation>
    </message>
    <message>
        <source>Hitung ulang</source>
        <translation>Count again</translation>
    </message>
    <message>
        <source>Hitung ulang blangko</source>
        <translation>Count blanks again</translation>
    </message>
    <message>
        <source>Hitung ulang kartunya, cocokkan daftar serah terima. Kalau tetap, pilih alasan dan ceritanya.</source>
        <translation>Count the cards again and compare the handover list. If it stays, choose a reason and tell what happened.</translation>
    </message>
    <message>
        <source>Hitung ulang, lihat catatan cetak. Kalau tetap lebih, pilih alasan dan ceritanya.</source>
        <translation>Count again, look at the print log. If there are still too many, choose a reason and tell the story.</translation>
    </message>
    <message>
        <source>Hitung ulang, lihat kotak kartu rusak. Kalau tetap, pilih alasan dan ceritanya.</source>
        <translation>Count again, look into the box of spoiled cards. If it stays, choose a reason and tell the story.</translation>
    </message>
    <message>
        <source>Hitungan blangko tetap {n} keping, karena mejanya sudah lanjut.</source>
        <translation>The count of blanks stays at {n}, because its table has gone on.</translation>
    </message>
    <message>
        <source>Hitungan tersimpan</source>
        <translation>Count saved</translation>
    </message>
    <message>
        <source>Hitungannya tetap. Pilih alasan dan tulis ceritanya.</source>
        <translation>The count stands. Choose a reason and write what happened.</translation>
    </message>
    <message>
        <source>Hubungan</source>
        <translation>Relation</translation>
    </message>
    <message>
        <source>Hubungi</source>
        <translation>Contact</translation>
    </message>
    <message>
        <source>Hubungi dan kesiapan</source>
        <translation>Contacts and readiness</translation>
    </message>
    <message>
        <source>Hubungi kembali</source>
        <translation>Contact again</translation>
    </message>
    <message>
        <source>Hubungi kembali dan kesiapan</source>
        <translation>Contact again and readiness</translation>
    </message>
    <message>
        <source>Hubungi pusat</source>
        <translation>Contact the centre</translation>
    </message>
    <message>
        <source>Identitas belum dicatat. Minta KK atau KTP lama.</source>
        <translation>Identity is not logged yet. Ask for the KK or the old KTP.</translation>
    </message>
    <message>
        <source>Identitas tidak terbukti</source>
        <translation>Identity was not proven</translation>
    </message>
    <message>
        <source>Identitas yang ditunjukkan</source>
        <translation>Identity shown</translation>
    </message>
    <message>
        <source>Ikut ke {stop}</source>
        <translation>Join {stop}</translation>
    </message>
    <message>
        <source>Ikut sistem</source>
        <translation>Like the system</translation>
    </message>
    <message>
        <source>Ikuti dulu saran untuk berkas data, lalu periksa lagi.</source>
        <translation>Follow the advice for the data file first, then check again.</translation>
    </message>
    <message>
        <source>Impor daftar sasaran</source>
        <translation>Import target list</translation>
    </message>
    <message>
        <source>Indeks pencarian</source>
        <translation>Search index</translation>
    </message>
    <message>
        <source>Indeks pencarian tidak cocok dengan daftar: {n} baris.</source>
        <translation>The search index does not fit the list: {n} rows.</translation>
    </message>
    <message>
        <source>Ini admin terakhir yang aktif. Angkat admin lain dulu, baru yang ini diubah.</source>
        <translation>This is the last active admin. Appoint another admin first, then change this one.</translation>
    </message>
    <message>
        <source>Ini bukan berkas kunci darurat, atau berkasnya rusak.</source>
        <translation>This is no rescue key file, or it is damaged.</translation>
    </message>
    <message>
        <source>Ini bukan berkas yang dicari.</source>
        <translation>This is not the file that is wanted.</translation>
    </message>
    <message>
        <source>Ini data seperti sebelum naik ke FieldKit {version}. Yang dicatat sesudahnya dan belum terkirim tetap ada di berkas data yang disimpan di samping.</source>
        <translation>This is the data as it was before the upgrade to FieldKit {version}. What was written since and not sent stays in the data file that is kept beside it.</translation>
    </message>
    <message>
        <source>Ini data yang sama. Pilih data lain dari orang ini.</source>
        <translation>This is the same row. Choose another row of this person.</translation>
    </message>
    <message>
        <source>Ini dicatat petugas meja dan ketua tim. Minta salah satunya masuk.</source>
        <translation>This is noted by operators and the team lead. Ask one of them to sign in.</translation>
    </message>
    <message>
        <source>Ini direkam di rumah. Urungkan kunjungannya di Kunjungan, bukan di sini.</source>
        <translation>This was recorded at home. Undo the visit under Visits, not here.</translation>
    </message>
    <message>
        <source>Ini ditandatangani kepala dinas. Minta kepala dinas masuk di laptop ini.</source>
        <translation>The head of the office signs this. Ask the head to sign in on this laptop.</translation>
    </message>
    <message>
        <source>Ini laptop yang sedang dipakai.</source>
        <translation>This is the laptop in use.</translation>
    </message>
    <message>
        <source>Ini memerlukan berita acara yang ditandatangani. Minta penyimpan blangko mencatatnya.</source>
        <translation>This needs a signed handover record. Ask the stock keeper to note it.</translation>
    </message>
    <message>
        <source>Ini nomor telepon rumah, tidak bisa menerima SMS. Tanyakan nomor HP keluarga; kalau tidak ada, lanjutkan saja, nanti ditelepon.</source>
        <translation>This is a landline, it cannot get SMS. Ask for a relative's mobile number; if there is none, just go on, the office will call.</translation>
    </message>
    <message>
        <source>Ini sama dengan yang sudah berlaku pada hari itu. Ubah isinya, atau batalkan.</source>
        <translation>This is what holds on that day already. Change it, or leave it.</translation>
    </message>
    <message>
        <source>Ini sudah dibatalkan. Kalau ternyata satu orang, satukan lagi.</source>
        <translation>This was taken back before. If it is one person after all, link them again.</translation>
    </message>
    <message>
        <source>Ini sudah diurungkan. Lihat antrean untuk keadaannya sekarang.</source>
        <translation>This was taken back before. The queue shows how it stands now.</translation>
    </message>
    <message>
        <source>Isi</source>
        <translation>Fill in</translation>
    </message>
    <message>
        <source>Isi aturan</source>
        <translation>What the rule says</translation>
    </message>
    <message>
        <source>Isi bab</source>
        <translation>The chapter</translation>
    </message>
    <message>
        <source>Isi berkas</source>
        <translation>What the file holds</translation>
    </message>
    <message>
        <source>Isi berkas bantuan</source>
        <translation>What the support file holds</translation>
    </message>
    <message>
        <source>Isi berkas ini jauh lebih besar dari yang wajar untuk sebuah daftar.</source>
        <translation>This file holds far more than a list reasonably would.</translation>
    </message>
    <message>
        <source>Isi berkas ini termuat semua di dalamnya, jadi tidak ada yang perlu diambil.</source>
        <translation>It holds all that is in this file, so there is nothing to take in.</translation>
    </message>
    <message>
        <source>Isi berkas {name} tidak sesuai.</source>
        <translation>What the file {name} holds does not fit.</translation>
    </message>
    <message>
        <source>Isi berkasnya, huruf demi huruf:</source>
        <translation>What is in the file, to the letter:</translation>
    </message>
    <message>
        <source>Isi kiriman</source>
        <translation>In the shipment</translation>
    </message>
    <message>
        <source>Isi laptop ini juga dipakai di laptop lain. Catatan keduanya disimpan. Pakai satu saja, lalu beri tahu kantor.</source>
        <translation>A copy of this laptop is in use on another one. The records of both are kept. Use only one, and tell the office.</translation>
    </message>
    <message>
        <source>Isi penutupan ini tidak bisa dibaca.</source>
        <translation>This closing cannot be read.</translation>
    </message>
    <message>
        <source>Isi yang sama dihitung di dua laptop yang belum saling tahu, jadi selisihnya bisa masuk dua kali. Hitung sekali lagi sesudah keduanya terkirim, lalu simpan di halaman Blangko.</source>
        <translation>The same stock was counted on two laptops that did not know of each other, so the difference may be in twice. Count once more after both were sent, then save it on the Stock page.</translation>
    </message>
    <message>
        <source>Isi {villages} di laptop ini berbeda dengan pusat. Sudah dimuat ulang dari pusat, pekerjaan yang belum terkirim tetap utuh. Kalau terulang, beri tahu kantor.</source>
        <translation>What this laptop held of {villages} differed from the centre. It was loaded afresh from there; work that waits is untouched. If it happens again, tell the office.</translation>
    </message>
    <message>
        <source>Isian dibuang.</source>
        <translation>Answers discarded.</translation>
    </message>
    <message>
        <source>Isian ini memuat tanda yang tidak bisa disimpan. Ketik ulang, jangan ditempel dari program lain.</source>
        <translation>What was filled in holds a sign that can not be saved. Type it again instead of pasting it from another program.</translation>
    </message>
    <message>
        <source>Isian ini sudah dihapus atas dasar hukum dan tidak bisa diisi lagi. Daftarkan orangnya sebagai orang baru.</source>
        <translation>This field was erased by law and can not be filled in again. Register the person as a new one.</translation>
    </message>
    <message>
        <source>Isian ini terlalu panjang. Kembali, lalu tulis lebih singkat.</source>
        <translation>This form is too long. Go back and write less.</translation>
    </message>
    <message>
        <source>Isian tetap di layar, data lama utuh. Kosongkan ruang (tempat sampah, unduhan), lalu simpan lagi.</source>
        <translation>Your answers stay on screen, older data is intact. Free some space (trash, downloads), then save again.</translation>
    </message>
    <message>
        <source>Isinya hanya yang tadi tampil. Kirim ke kantor lewat surel atau USB.</source>
        <translation>It holds only what was just shown. Send it to the office by e-mail or USB.</translation>
    </message>
    <message>
        <source>Isinya tetap tersimpan; yang berlaku dihitung lagi.</source>
        <translation>What it holds is kept; what counts is worked out again.</translation>
    </message>
    <message>
        <source>Itu dicatat di sesi yang lain, jadi tetap. Cetak lagi kalau kartunya belum ada.</source>
        <translation>That was noted in another session, so it stays. Print again if there is no card yet.</translation>
    </message>
    <message>
        <source>Izin cetak</source>
        <translation>Print permits</translation>
    </message>
    <message>
        <source>Izin map</source>
        <translation>Folder permissions</translation>
    </message>
    <message>
        <source>Izin tinggal tetap (ITAP) dilihat</source>
        <translation>Permanent stay permit (ITAP) seen</translation>
    </message>
    <message>
        <source>Jadwal</source>
        <translation>Schedule</translation>
    </message>
    <message>
        <source>Jadwal tersimpan</source>
        <translation>Schedule saved</translation>
    </message>
    <message>
        <source>Jadwal tujuh hari</source>
        <translation>Schedule of seven days</translation>
    </message>
    <message>
        <source>Jadwalkan</source>
        <translation>Plan</translation>
    </message>
    <message>
        <source>Jadwalkan: {name}, sisa {n}.</source>
        <translation>To schedule: {name}, {n} left.</translation>
    </message>
    <message>
        <source>Jalan kaki</source>
        <translation>On foot</translation>
    </message>
    <message>
        <source>Jalan ke rumah</source>
        <translation>Way to the house</translation>
    </message>
    <message>
        <source>Jalan ke sana</source>
        <translation>Way there</translation>
    </message>
    <message>
        <source>Jalan keluar</source>
        <translation>Ways out</translation>
    </message>
    <message>
        <source>Jalan keluar dari bentrok yang ditunjuk</source>
        <translation>Ways out of the clash that is shown</translation>
    </message>
    <message>
        <source>Jalan lain</source>
        <translation>Other ways</translation>
    </message>
    <message>
        <source>Jalankan: chmod 600 {name}</source>
        <translation>Run: chmod 600 {name}</translation>
    </message>
    <message>
        <source>Jalur ke pusat tidak bisa dipercaya, jadi tidak dipakai.</source>
        <translation>The line to the centre cannot be trusted, so it is not used.</translation>
    </message>
    <message>
        <source>Jam</source>
        <translation>Time</translation>
    </message>
    <message>
        <source>Jam 3 x 24 jam berjalan sejak sekarang.</source>
        <translation>The clock of 72 hours runs from now.</translation>
    </message>
    <message>
        <source>Jam 3 x 24 jam berjalan sejak sekarang. Data warga di laptop ini tampil di samping.</source>
        <translation>The clock of 72 hours runs from now. Whose data this laptop holds is shown beside the table.</translation>
    </message>
    <message>
        <source>Jam di FieldKit dan di laptop sama.</source>
        <translation>The time in FieldKit and on the laptop is the same.</translation>
    </message>
    <message>
        <source>Jam ini tidak terbaca. Tulis seperti 16.30.</source>
        <translation>This time cannot be read. Write it like 16.30.</translation>
    </message>
    <message>
        <source>Jam kirim</source>
        <translation>Hours of sending</translation>
    </message>
    <message>
        <source>Jam laptop</source>
        <translation>Laptop's clock</translation>
    </message>
    <message>
        <source>Jam laptop belum pernah dicocokkan.</source>
        <translation>The laptop's clock has never been compared.</translation>
    </message>
    <message>
        <source>Jam laptop cocok.</source>
        <translation>The laptop's clock is right.</translation>
    </message>
    <message>
        <source>Jam laptop ini pernah menunjuk hari lain. Minta jamnya dibetulkan sebelum kodenya diketik.</source>
        <translation>The clock of this laptop once showed another day. Have the clock put right before the code is typed in.</translation>
    </message>
    <message>
        <source>Jam laptop ini selisih lebih dari satu jam dengan pusat. Sinkronkan atau betulkan jamnya, lalu coba lagi.</source>
        <translation>This laptop's clock is more than an hour off the centre's. Sync or put the clock right, then try again.</translation>
    </message>
    <message>
        <source>Jam laptop itu menunjuk hari lain. Minta jamnya dibetulkan dulu.</source>
        <translation>That laptop's clock shows another day. Ask for it to be put right first.</translation>
    </message>
    <message>
        <source>Jam laptop kembali ke tahun {year}. Urutan catatan tetap benar, jam di resi bisa salah. Betulkan jam laptop saat sempat.</source>
        <translation>The laptop clock went back to the year {year}. The order of the log stays right, times on receipts may be wrong. Set the laptop clock when there is time.</translation>
    </message>
    <message>
        <source>Jam laptop maju {days} hari dari hari yang dipilih. Urutan catatan tetap benar, jam di resi bisa salah. Cocokkan tanggalnya, atau betulkan jam laptop saat sempat.</source>
        <translation>The laptop clock is ahead of the chosen day (days: {days}). The order of the log stays right, times on receipts may be wrong. Compare the date, or set the laptop clock when there is time.</translation>
    </message>
    <message>
        <source>Jam laptop maju {span}.</source>
        <translation>Laptop clock is {span} ahead.</translation>
    </message>
    <message>
        <source>Jam laptop mundur {days} hari dari hari yang dipilih. Urutan catatan tetap benar, jam di resi bisa salah. Cocokkan tanggalnya, atau betulkan jam laptop saat sempat.</source>
        <translation>The laptop clock is behind the chosen day (days: {days}). The order of the log stays right, times on receipts may be wrong. Compare the date, or set the laptop clock when there is time.</translation>
    </message>
    <message>
        <source>Jam laptop mundur {span}.</source>
        <translation>Laptop clock is {span} behind.</translation>
    </message>
    <message>
        <source>Jam laptop {off} {span}.</source>
        <translation>The laptop's clock is {off} by {span}.</translation>
    </message>
    <message>
        <source>Jam laptop {span} lebih awal dari catatan terakhir.</source>
        <translation>The laptop's clock is {span} before the last record.</translation>
    </message>
    <message>
        <source>Jam maju {span}</source>
        <translation>Clock {span} ahead</translation>
    </message>
    <message>
        <source>Jam mulai</source>
        <translation>Starts at</translation>
    </message>
    <message>
        <source>Jam mulai belum diisi, misalnya 16.00.</source>
        <translation>The start time is empty, such as 16.00.</translation>
    </message>
    <message>
        <source>Jam mulai belum ditulis, misalnya 09.00.</source>
        <translation>The start is not written yet, such as 09:00.</translation>
    </message>
    <message>
        <source>Jam mundur {span}</source>
        <translation>Clock {span} behind</translation>
    </message>
    <message>
        <source>Jam selesai</source>
        <translation>Ends at</translation>
    </message>
    <message>
        <source>Jam selesai belum diisi, misalnya 19.00.</source>
        <translation>The end time is empty, such as 19.00.</translation>
    </message>
    <message>
        <source>Jam selesai belum ditulis, misalnya 12.00.</source>
        <translation>The end is not written yet, such as 12:00.</translation>
    </message>
    <message>
        <source>Jam selesai sama dengan jam mulai. Betulkan salah satunya.</source>
        <translation>The end is the same as the start. Correct one of them.</translation>
    </message>
    <message>
        <source>Jam setempat tidak bisa dihitung, jadi jam di resi bisa salah.</source>
        <translation>Local time can not be told, so the time on receipts may be wrong.</translation>
    </message>
    <message>
        <source>Jangan direkam lagi</source>
        <translation>Do not record again</translation>
    </message>
    <message>
        <source>Jangan hapus apa pun. Hubungi kantor, dan kirim berkas bantuan.</source>
        <translation>Delete nothing. Call the office, and send the support file.</translation>
    </message>
    <message>
        <source>Jaringan</source>
        <translation>Network</translation>
    </message>
    <message>
        <source>Jaringan ada</source>
        <translation>Network is there</translation>
    </message>
    <message>
        <source>Jaringan ini tidak meneruskan ke pusat.</source>
        <translation>This network does not lead to the centre.</translation>
    </message>
    <message>
        <source>Jaringan putus</source>
        <translation>Network went down</translation>
    </message>
    <message>
        <source>Jawab</source>
        <translation>Answer</translation>
    </message>
    <message>
        <source>Jawab telepon</source>
        <translation>Answer a call</translation>
    </message>
    <message>
        <source>Jawab {name}</source>
        <translation>Answer {name}</translation>
    </message>
    <message>
        <source>Jawaban</source>
        <translation>Answer</translation>
    </message>
    <message>
        <source>Jawaban kantor</source>
        <translation>The office's answer</translation>
    </message>
    <message>
        <source>Jawaban pusat tidak lengkap.</source>
        <translation>The centre's answer is incomplete.</translation>
    </message>
    <message>
        <source>Jawaban telepon hanya ada di pusat, jadi perlu internet. Yang diketik tetap di sini: sambungkan, lalu coba lagi, atau minta penjaga pusat menjawab dari mesinnya.</source>
        <translation>Only the centre can answer a call, so this needs the internet. What you typed stays here: connect and try again, or ask whoever runs the centre to answer on its machine.</translation>
    </message>
    <message>
        <source>Jeda</source>
        <translation>Pause</translation>
    </message>
    <message>
        <source>Jeda; Ctrl+. sekali lagi melanjutkan</source>
        <translation>Pause; Ctrl+. once more goes on</translation>
    </message>
    <message>
        <source>Jendela tetap bisa dipakai. Belum ada yang diubah.</source>
        <translation>The window stays usable. Nothing was changed yet.</translation>
    </message>
    <message>
        <source>Jendela tetap bisa dipakai. Belum ada yang diubah. Esc menghentikan.</source>
        <translation>The window stays usable. Nothing was changed yet. Esc stops it.</translation>
    </message>
    <message>
        <source>Jenis</source>
        <translation>Kind</translation>
    </message>
    <message>
        <source>Jenis kelamin</source>
        <translation>Sex</translation>
    </message>
    <message>
        <source>Jenis kelamin tidak terbaca, jadi tidak diambil. Cocokkan dengan KK di meja.</source>
        <translation>The sex cannot be read, so it is not taken in. Compare with the KK at the table.</translation>
    </message>
    <message>
        <source>Jenis tempat</source>
        <translation>Kind of place</translation>
    </message>
    <message>
        <source>Judul kolom di baris {line} digabung.</source>
        <translation>Column heads in row {line} are merged.</translation>
    </message>
    <message>
        <source>Juga keluarga satu KK</source>
        <translation>Also family of the same KK</translation>
    </message>
    <message>
        <source>Juga yang antre SMS</source>
        <translation>Also those waiting for SMS</translation>
    </message>
    <message>
        <source>Jumlah</source>
        <translation>Number</translation>
    </message>
    <message>
        <source>Jumlah keping</source>
        <translation>Number of blanks</translation>
    </message>
    <message>
        <source>Jumlah keping tidak bisa di bawah 0. Hitung keping di kotak, lalu tulis jumlahnya.</source>
        <translation>The number of blanks cannot be below 0. Count the blanks in the box, then write the number.</translation>
    </message>
    <message>
        <source>Jumlah orang terekam</source>
        <translation>People recorded</translation>
    </message>
    <message>
        <source>Jumlah orang tidak bisa di bawah 0.</source>
        <translation>A number of people can not be below 0.</translation>
    </message>
    <message>
        <source>Jumlah wajib KTP sama, tetapi belum tentu orang yang sama yang dihitung.</source>
        <translation>The number of obligated people is the same, but whether the same people were counted is not known.</translation>
    </message>
    <message>
        <source>Jumlah {n}</source>
        <translation>Total {n}</translation>
    </message>
    <message>
        <source>Jumlahnya belum ditulis. Hitung dulu.</source>
        <translation>The number is not written yet. Count first.</translation>
    </message>
    <message>
        <source>Jumlahnya belum ditulis. Hitung kepingnya dulu.</source>
        <translation>The number is not written yet. Count the blanks first.</translation>
    </message>
    <message>
        <source>Jumlahnya harus 1 atau lebih.</source>
        <translation>The number must be 1 or more.</translation>
    </message>
    <message>
        <source>Jumlahnya harus 1 atau lebih. Tulis berapa yang benar-benar berpindah.</source>
        <translation>The number must be 1 or more. Write how many really changed hands.</translation>
    </message>
    <message>
        <source>Jumlahnya tidak bisa di bawah 0.</source>
        <translation>The number can not be below 0.</translation>
    </message>
    <message>
        <source>Jumlahnya tidak bisa di bawah 0. Hitung lagi.</source>
        <translation>The number can not be below 0. Count again.</translation>
    </message>
    <message>
        <source>KK, KTP lama, resi</source>
        <translation>family card, old card, receipt</translation>
    </message>
    <message>
        <source>KTP lama</source>
        <translation>Old KTP</translation>
    </message>
    <message>
        <source>KTP lama belum dijawab. Minta KTP lamanya; kalau tidak dibawa, pilih Tidak ada.</source>
        <translation>The old card is not answered. Ask for the old card; if it was not brought, choose Not there.</translation>
    </message>
    <message>
        <source>KTP lama diambil kembali</source>
        <translation>Old card taken back</translation>
    </message>
    <message>
        <source>KTP lama dilihat</source>
        <translation>Old KTP seen</translation>
    </message>
    <message>
        <source>KTP-el</source>
        <translation>Identity card</translation>
    </message>
    <message>
        <source>Kabar</source>
        <translation>Notice</translation>
    </message>
    <message>
        <source>Kabar berikutnya mulai {day}.</source>
        <translation>Next notice from {day}.</translation>
    </message>
    <message>
        <source>Kabar dihitung kalau</source>
        <translation>A notice counts when it is</translation>
    </message>
    <message>
        <source>Kabar kartu</source>
        <translation>Card notices</translation>
    </message>
    <message>
        <source>Kabar kartu dicatat petugas kartu dan kantor. Minta salah satunya masuk.</source>
        <translation>Notices about cards are noted by the card clerk and the office. Ask one of them to sign in.</translation>
    </message>
    <message>
        <source>Kabar kartu jadi</source>
        <translation>Word when card is ready</translation>
    </message>
    <message>
        <source>Kabar ke warga</source>
        <translation>Notices to residents</translation>
    </message>
    <message>
        <source>Kabar sejauh ini</source>
        <translation>Notices so far</translation>
    </message>
    <message>
        <source>Kabar: {state}</source>
        <translation>Notice: {state}</translation>
    </message>
    <message>
        <source>Kabarnya tampil di sini.</source>
        <translation>Its notices appear here.</translation>
    </message>
    <message>
        <source>Kalau FieldKit ditutup, data ini mungkin tidak bisa dibuka lagi di akun ini.</source>
        <translation>Once FieldKit is closed, these data may not open again in this account.</translation>
    </message>
    <message>
        <source>Kalau berkas data rusak, yang belum terkirim tidak bisa dipulihkan.</source>
        <translation>If the data file is damaged, what was not sent can not be restored.</translation>
    </message>
    <message>
        <source>Kalau blangko kurang, dicetak dulu</source>
        <translation>Printed first while blanks are short</translation>
    </message>
    <message>
        <source>Kalau blangko kurang, yang di atas dicetak dulu. Urutan yang berlaku: {since}.</source>
        <translation>When blanks are short, those above are printed first. The order in force: {since}.</translation>
    </message>
    <message>
        <source>Kalau datang lagi untuk {reason}, cukup antre lagi.</source>
        <translation>If this is again for {reason}, queueing again is enough.</translation>
    </message>
    <message>
        <source>Kalau kunci data hilang, kantor bisa membukanya dengan berkas dari brankas dan frasanya.</source>
        <translation>If the key of the data is lost, the office can open it with the file from the safe and its phrase.</translation>
    </message>
    <message>
        <source>Kalau kunci data laptop ini hilang, yang belum terkirim tidak bisa dibuka siapa pun.</source>
        <translation>If the key of this laptop's data is lost, nobody can open what was not sent.</translation>
    </message>
    <message>
        <source>Kalau laptop ini tidak dipakai lagi: setelah semua terkirim, datanya dihapus.</source>
        <translation>If this laptop is no longer used: once everything is sent, its data is erased.</translation>
    </message>
    <message>
        <source>Kalau lupa, hanya kunci darurat kantor yang membukanya, dan baru setelah laptop ini pernah sinkron. Tulis, lalu simpan terpisah dari laptop.</source>
        <translation>If it is forgotten, only the office's rescue key opens it, and only once this laptop has synced. Write it down, and keep it apart from the laptop.</translation>
    </message>
    <message>
        <source>Kalau pusat sekarang menampilkan siap cetak, tulis itu. Alasan dan nama Anda ikut tercatat.</source>
        <translation>If the centre now shows ready to print, write that. The reason and your name are recorded.</translation>
    </message>
    <message>
        <source>Kalau ragu, telepon balik ke nomor yang dikenal kantor.</source>
        <translation>If in doubt, call back on a number that the office knows.</translation>
    </message>
    <message>
        <source>Kalender</source>
        <translation>Calendar</translation>
    </message>
    <message>
        <source>Kalender di HP atau komputer (.ics)</source>
        <translation>Calendar of a phone or computer (.ics)</translation>
    </message>
    <message>
        <source>Kantor</source>
        <translation>Office</translation>
    </message>
    <message>
        <source>Kantor Dinas</source>
        <translation>Office</translation>
    </message>
    <message>
        <source>Kantor baru mengesahkan dengan surat: {paper}. Usulan tetap dicatat.</source>
        <translation>The office approves only with the paper: {paper}. The proposal is written down all the same.</translation>
    </message>
    <message>
        <source>Kantor belum menaruh templat sendiri di laptop ini.</source>
        <translation>The office has put no templates of its own on this laptop.</translation>
    </message>
    <message>
        <source>Kantor belum punya kunci darurat.</source>
        <translation>The office has no rescue key yet.</translation>
    </message>
    <message>
        <source>Kantor ini tidak membuka halaman untuk umum. Tanyakan langsung ke kantor. Semua layanan gratis.</source>
        <translation>This office has no page for the public. Ask at the office. All services are free.</translation>
    </message>
    <message>
        <source>Kantor kecamatan</source>
        <translation>District office</translation>
    </message>
    <message>
        <source>Kantor kelurahan/desa</source>
        <translation>Village office</translation>
    </message>
    <message>
        <source>Kantor meminta rekaman di pusat dihapus dulu, baru direkam atau dikirim lagi.</source>
        <translation>The office first has the record at the centre deleted; then it is recorded or sent again.</translation>
    </message>
    <message>
        <source>Kantor memvalidasi data ini ke pusat. Tidak perlu direkam lagi.</source>
        <translation>The office has these data validated by the centre. No need to record again.</translation>
    </message>
    <message>
        <source>Kantor mencabut laptop ini. Semua pekerjaannya sudah diterima pusat, lalu data warga, kunci, cadangan, dan dokumen buatan FieldKit di laptop ini dihapus. Tidak ada yang perlu dikerjakan lagi; laptop bisa dikembalikan.</source>
        <translation>The office revoked this laptop. The centre received all of its work, then residents' data, the key, backups and documents made by FieldKit were erased from it. There is nothing left to do; the laptop can be returned.</translation>
    </message>
    <message>
        <source>Kantor mengakhiri tugas laptop ini. Simpan yang sedang diketik.</source>
        <translation>The office ended this laptop's task. Save what you are typing.</translation>
    </message>
    <message>
        <source>Kantor sudah memutuskan usulan ini. Keputusannya bisa dibuka lagi oleh kantor.</source>
        <translation>The office has decided on this proposal. The office can open the decision again.</translation>
    </message>
    <message>
        <source>Kantor sudah menerima laporannya.</source>
        <translation>The office has received its report.</translation>
    </message>
    <message>
        <source>Kantor sudah mengesahkan usulan tentang orang ini. Minta kantor membukanya dulu.</source>
        <translation>The office has approved a proposal about this person. Ask the office to open it first.</translation>
    </message>
    <message>
        <source>Kantor yang memutuskan</source>
        <translation>Office decides</translation>
    </message>
    <message>
        <source>Kantor {name}</source>
        <translation>{name} office</translation>
    </message>
    <message>
        <source>Kantor – {desk}</source>
        <translation>Office – {desk}</translation>
    </message>
    <message>
        <source>Kartu</source>
        <translation>Cards</translation>
    </message>
    <message>
        <source>Kartu belum bisa dicetak. Tanyakan ke kantor, bawa resi dan KK. Gratis.</source>
        <translation>The card can not be printed yet. Ask at the office, bring the receipt and the KK. Free of charge.</translation>
    </message>
    <message>
        <source>Kartu belum diambil</source>
        <translation>Cards not collected</translation>
    </message>
    <message>
        <source>Kartu belum dicetak, masih menunggu giliran.</source>
        <translation>The card is not printed yet, it waits its turn.</translation>
    </message>
    <message>
        <source>Kartu dari satu ribbon</source>
        <translation>Cards from one ribbon</translation>
    </message>
    <message>
        <source>Kartu di kiriman ini</source>
        <translation>Cards in this batch</translation>
    </message>
    <message>
        <source>Kartu di tempat itu baru saja diserahkan atau dipindah. Tutup, lalu buka daftarnya lagi.</source>
        <translation>The cards at that place were just handed over or moved. Close, then open the list again.</translation>
    </message>
    <message>
        <source>Kartu diambil</source>
        <translation>Card collected</translation>
    </message>
    <message>
        <source>Kartu dicatat oleh petugas meja dan petugas kartu. Minta salah satu masuk.</source>
        <translation>Cards are noted by those at the table and by the card clerk. Ask one of them to sign in.</translation>
    </message>
    <message>
        <source>Kartu dicetak dan blangko terpakai tidak sama</source>
        <translation>Cards printed and blanks used are not the same</translation>
    </message>
    <message>
        <source>Kartu dicetak {n}, diserahkan {handed}</source>
        <translation>Cards printed {n}, handed over {handed}</translation>
    </message>
    <message>
        <source>Kartu dikirim ke kecamatan oleh petugas kartu atau kantor. Minta mereka masuk.</source>
        <translation>Cards are sent to the district by the card clerk or the office. Ask them to sign in.</translation>
    </message>
    <message>
        <source>Kartu diserahkan di rumah</source>
        <translation>The card was handed over at home</translation>
    </message>
    <message>
        <source>Kartu diserahkan: {name}</source>
        <translation>Card handed over: {name}</translation>
    </message>
    <message>
        <source>Kartu ditarik</source>
        <translation>Card withdrawn</translation>
    </message>
    <message>
        <source>Kartu diterima di kecamatan oleh ketua tim atau petugas kartu. Minta mereka masuk.</source>
        <translation>Cards are received at the district by the team lead or the card clerk. Ask them to sign in.</translation>
    </message>
    <message>
        <source>Kartu hari ini</source>
        <translation>Cards today</translation>
    </message>
    <message>
        <source>Kartu ini belum bisa dicetak di sini: belum terekam.</source>
        <translation>This card cannot be printed here yet: not recorded.</translation>
    </message>
    <message>
        <source>Kartu ini belum dicetak.</source>
        <translation>This card is not printed yet.</translation>
    </message>
    <message>
        <source>Kartu ini belum diperiksa. Cocokkan dulu data dan chipnya.</source>
        <translation>This card has not been checked. Compare its data and chip first.</translation>
    </message>
    <message>
        <source>Kartu ini belum diserahkan, jadi tidak bisa dicatat kembali.</source>
        <translation>This card was not handed over, so it can not be noted as returned.</translation>
    </message>
    <message>
        <source>Kartu ini belum ditarik. Catat dulu kenapa ditarik.</source>
        <translation>This card has not been withdrawn. First note why it is withdrawn.</translation>
    </message>
    <message>
        <source>Kartu ini dicatat dicetak dua kali, dan tidak ada yang dicatat rusak. Hitung kartunya di meja, lalu catat yang rusak atau yang tidak jadi dicetak.</source>
        <translation>This card is on record as printed twice, and none as spoiled. Count the cards on the table, then note the one that is spoiled or was not printed after all.</translation>
    </message>
    <message>
        <source>Kartu ini dicatat diserahkan dua kali. Keduanya disimpan. Tanyakan ke penerima, lalu ketua tim memutuskan.</source>
        <translation>This card was noted as handed over twice. Both notes are kept. Ask whoever received it; the team lead then decides.</translation>
    </message>
    <message>
        <source>Kartu ini dicatat diserahkan, dan di laptop lain dicatat rusak atau tidak jadi dicetak. Keduanya disimpan. Cari kartunya di kotak kartu rusak, tanyakan ke penerima, lalu ketua tim memutuskan.</source>
        <translation>This card was noted as handed over here, and as spoiled or not printed on another laptop. Both are kept. Look for it in the box of spoiled cards, ask who received it, then the team lead decides.</translation>
    </message>
    <message>
        <source>Kartu ini ditahan menurut data pusat</source>
        <translation>This card is held by the centre's data</translation>
    </message>
    <message>
        <source>Kartu ini ditahan untuk kantor. Taruh kembali dulu kalau memang boleh diambil.</source>
        <translation>This card is kept back for the office. Put it back first if it may be collected.</translation>
    </message>
    <message>
        <source>Kartu ini menunggu keputusan</source>
        <translation>This card waits for a decision</translation>
    </message>
    <message>
        <source>Kartu ini sudah di kotak kartu rusak, menunggu dimusnahkan.</source>
        <translation>This card is in the box of spoiled cards already and waits to be destroyed.</translation>
    </message>
    <message>
        <source>Kartu ini sudah dicatat dicetak.</source>
        <translation>This card is booked as printed already.</translation>
    </message>
    <message>
        <source>Kartu ini sudah diperiksa atau diserahkan, jadi memang tercetak.</source>
        <translation>This card was checked or handed over already, so it was printed.</translation>
    </message>
    <message>
        <source>Kartu ini sudah diperiksa.</source>
        <translation>This card was checked already.</translation>
    </message>
    <message>
        <source>Kartu ini sudah diserahkan.</source>
        <translation>This card is already handed over.</translation>
    </message>
    <message>
        <source>Kartu ini sudah diserahkan. Catat dulu kalau kembali.</source>
        <translation>This card was handed over already. Note first that it came back.</translation>
    </message>
    <message>
        <source>Kartu ini sudah diserahkan. Tulis kenapa dicatat lagi.</source>
        <translation>This card was handed over already. Write why it is noted again.</translation>
    </message>
    <message>
        <source>Kartu ini sudah disetujui sebagai mendesak.</source>
        <translation>This card was approved as urgent already.</translation>
    </message>
    <message>
        <source>Kartu ini sudah ditarik, jadi tidak diserahkan lagi. Daftarkan cetak ulang kalau masih perlu.</source>
        <translation>This card was withdrawn, so it is not handed over any more. Register a reprint if one is still needed.</translation>
    </message>
    <message>
        <source>Kartu ini sudah ditarik. Sesudah itu hanya masuk kotak kartu rusak.</source>
        <translation>This card was withdrawn. After that it only goes into the box of spoiled cards.</translation>
    </message>
    <message>
        <source>Kartu ini sudah tidak di kiriman ini.</source>
        <translation>This card is not in this batch any more.</translation>
    </message>
    <message>
        <source>Kartu ini sudah tidak mendesak.</source>
        <translation>This card is not urgent any more.</translation>
    </message>
    <message>
        <source>Kartu ini sudah tidak menunggu diambil, jadi tidak ada kabar yang dicatat.</source>
        <translation>This card does not wait to be fetched any more, so no notice is noted.</translation>
    </message>
    <message>
        <source>Kartu ini tercatat satu keping saja. Pilih hasil yang lain.</source>
        <translation>Only one piece of this card is noted. Choose another result.</translation>
    </message>
    <message>
        <source>Kartu ini tidak ada di meja: belum dicetak, atau sudah diserahkan.</source>
        <translation>This card is not on the table: not printed yet, or handed over already.</translation>
    </message>
    <message>
        <source>Kartu ini tidak sedang dicari.</source>
        <translation>Nobody is looking for this card.</translation>
    </message>
    <message>
        <source>Kartu keluarga</source>
        <translation>Family card (KK)</translation>
    </message>
    <message>
        <source>Kartu keluarga (KK) dilihat</source>
        <translation>KK (family card) seen</translation>
    </message>
    <message>
        <source>Kartu kembali ke antrean, kepingnya ke kotak kartu rusak.</source>
        <translation>The card is queued again, its piece goes to the box of spoiled cards.</translation>
    </message>
    <message>
        <source>Kartu masuk berkas kecamatan</source>
        <translation>A card goes on to the district</translation>
    </message>
    <message>
        <source>Kartu menurut keadaan</source>
        <translation>Cards by state</translation>
    </message>
    <message>
        <source>Kartu per kecamatan</source>
        <translation>Cards by district</translation>
    </message>
    <message>
        <source>Kartu sudah dicetak, sedang diperiksa petugas.</source>
        <translation>The card is printed and being checked by staff.</translation>
    </message>
    <message>
        <source>Kartu sudah diserahkan.</source>
        <translation>The card has been handed over.</translation>
    </message>
    <message>
        <source>Kartu sudah jadi dan bisa diambil di {place}. Bawa resi dan KK. Gratis.</source>
        <translation>The card is ready and can be collected at {place}. Bring the receipt and the KK. Free of charge.</translation>
    </message>
    <message>
        <source>Kartu sudah jadi, dalam perjalanan ke kecamatan. Tanyakan lagi beberapa hari lagi.</source>
        <translation>The card is made and on its way to the district. Ask again in a few days.</translation>
    </message>
    <message>
        <source>Kartu sudah jadi, sedang dicari petugas. Tanyakan ke kantor, bawa resi dan KK.</source>
        <translation>The card is made; the officers are looking for it. Ask at the office, bring the receipt and the family card.</translation>
    </message>
    <message>
        <source>Kartu tombol</source>
        <translation>Card of keys</translation>
    </message>
    <message>
        <source>Kartu tombol FieldKit</source>
        <translation>FieldKit: card of keys</translation>
    </message>
    <message>
        <source>Kartu tombol tersimpan</source>
        <translation>Card of keys saved</translation>
    </message>
    <message>
        <source>Kartu tombol, satu lembar</source>
        <translation>Card of keys, one sheet</translation>
    </message>
    <message>
        <source>Kartu yang dihitung</source>
        <translation>Cards counted</translation>
    </message>
    <message>
        <source>Kartu yang ditarik masuk kotak kartu rusak</source>
        <translation>A withdrawn card goes into the box</translation>
    </message>
    <message>
        <source>Kartu yang ditaruh di tempat ambil tampil di sini.</source>
        <translation>Cards put where they are fetched appear here.</translation>
    </message>
    <message>
        <source>Kartu yang ditemukan</source>
        <translation>Cards found</translation>
    </message>
    <message>
        <source>Kartu yang menunggu diambil</source>
        <translation>Cards waiting to be fetched</translation>
    </message>
    <message>
        <source>Kartu yang sama tertulis di dua berita acara ke kecamatan. Keduanya disimpan. Cari kartunya di kecamatan, catat di mana adanya, lalu ketua tim memutuskan.</source>
        <translation>The same card is written on two handover records to a district. Both are kept. Look for the card at the district, note where it is, then the team lead decides.</translation>
    </message>
    <message>
        <source>Kartu yang siap di</source>
        <translation>Cards ready at</translation>
    </message>
    <message>
        <source>Kartu yang siap diambil tampil di sini.</source>
        <translation>Cards that are ready show up here.</translation>
    </message>
    <message>
        <source>Kartu yang tidak di daftar</source>
        <translation>Cards that are not on the list</translation>
    </message>
    <message>
        <source>Kartu yang tidak di daftar belum disebut namanya. Tulis nama yang tercetak di kartunya.</source>
        <translation>A card that is not on the list has no name yet. Write the name that is printed on it.</translation>
    </message>
    <message>
        <source>Kartu {name}</source>
        <translation>Card of {name}</translation>
    </message>
    <message>
        <source>Kartu {name} ditahan</source>
        <translation>The card of {name} is held</translation>
    </message>
    <message>
        <source>Kartu {name} keluar dari kiriman dan siap diambil lagi di tempatnya. Catatannya ikut kisah kartu.</source>
        <translation>The card of {name} leaves the batch and is ready again where it lies. The note becomes part of its story.</translation>
    </message>
    <message>
        <source>Kartu {name} sudah dicatat diserahkan</source>
        <translation>The card of {name} is on record as handed over</translation>
    </message>
    <message>
        <source>Kartu {who} belum bisa dicetak: datanya diurus kantor ke pusat. Kantor memberi kabar.</source>
        <translation>The card of {who} can not be printed yet: the office settles the data with the centre. The office will tell.</translation>
    </message>
    <message>
        <source>Kartu {who} belum bisa dicetak: datanya tercatat ganda di pusat. Pemiliknya mengurusnya di kantor, bawa KK. Gratis.</source>
        <translation>The card of {who} can not be printed yet: the centre has the data twice. The owner settles it at the office, bring the KK. Free of charge.</translation>
    </message>
    <message>
        <source>Kartu {who} belum bisa dicetak: rekamannya perlu diulang. Datang lagi untuk direkam, bawa KK. Gratis.</source>
        <translation>The card of {who} can not be printed yet: the recording has to be made again. Come again to be recorded, bring the KK. Free of charge.</translation>
    </message>
    <message>
        <source>Kartu {who} belum dicetak: NIK belum ada, biodatanya diurus dulu di kantor.</source>
        <translation>The card of {who} is not printed yet: there is no NIK, the office settles the personal data first.</translation>
    </message>
    <message>
        <source>Kartu {who} belum dicetak: datanya sedang dicocokkan kantor.</source>
        <translation>The card of {who} is not printed yet: the office is comparing the data.</translation>
    </message>
    <message>
        <source>Kartu {who} belum dicetak: ditunda karena blangko terbatas ({reason}). Permintaan {day} tetap tercatat.</source>
        <translation>The card of {who} is not printed yet: postponed because blanks are scarce ({reason}). The request of {day} stays on record.</translation>
    </message>
    <message>
        <source>Kartu {who} belum dicetak: ditunda selama blangko langka ({reason}). Permintaan {day} tetap tercatat.</source>
        <translation>The card of {who} is not printed yet: postponed while blanks are scarce ({reason}). The request of {day} stays on record.</translation>
    </message>
    <message>
        <source>Kartu {who} dalam perjalanan ke {place} sejak {day}. Bisa diambil di sana sesudah diterima.</source>
        <translation>The card of {who} is on its way to {place} since {day}. It can be fetched there once it has arrived.</translation>
    </message>
    <message>
        <source>Kartu {who} dicetak kantor sesudah datanya diubah, diajukan {day}.</source>
        <translation>The card of {who} is printed by the office once the data are changed, applied for {day}.</translation>
    </message>
    <message>
        <source>Kartu {who} disimpan kantor. Minta pemiliknya menanyakan ke kantor, bawa KK.</source>
        <translation>The card of {who} is kept by the office. Ask the owner to go there with the family card.</translation>
    </message>
    <message>
        <source>Kartu {who} masih bisa diambil di {place}. Sebentar lagi dikirim ke kecamatan, tanyakan dulu sebelum datang.</source>
        <translation>The card of {who} can still be fetched at {place}. It goes to the district soon, so ask before coming.</translation>
    </message>
    <message>
        <source>Kartu {who} menunggu giliran dicetak, diajukan {day}.</source>
        <translation>The card of {who} waits its turn to be printed, applied for {day}.</translation>
    </message>
    <message>
        <source>Kartu {who} siap diambil di {place} sejak {day}, kabar ke-{n} sudah terkirim {told}.</source>
        <translation>The card of {who} is ready at {place} since {day}, notice {n} was sent {told}.</translation>
    </message>
    <message>
        <source>Kartu {who} siap diambil di {place} sejak {day}, kabarnya belum terkirim. Bawa KK. Gratis.</source>
        <translation>The card of {who} is ready at {place} since {day}, no notice was sent yet. Bring the family card. Free of charge.</translation>
    </message>
    <message>
        <source>Kartu {who} siap diambil di {place} sejak {day}. Bawa KK. Gratis.</source>
        <translation>The card of {who} is ready at {place} since {day}. Bring the family card. Free of charge.</translation>
    </message>
    <message>
        <source>Kartu {who} sudah dicetak {day} dan cocok, sebentar lagi ditaruh.</source>
        <translation>The card of {who} was printed {day} and is right, it will be put out soon.</translation>
    </message>
    <message>
        <source>Kartu {who} sudah dicetak {day}, sedang diperiksa petugas.</source>
        <translation>The card of {who} was printed {day}, an officer is checking it.</translation>
    </message>
    <message>
        <source>Kartu {who} sudah diserahkan {day} kepada {receiver} ({relation}).</source>
        <translation>The card of {who} was handed over {day} to {receiver} ({relation}).</translation>
    </message>
    <message>
        <source>Kartu {who} sudah jadi, belum sampai di {place}. Petugas sedang mencarinya.</source>
        <translation>The card of {who} is made and has not arrived at {place}. The officers are looking for it.</translation>
    </message>
    <message>
        <source>Kartunya ikut dikirim lagi</source>
        <translation>The card goes along again</translation>
    </message>
    <message>
        <source>Kartunya masih di tempat semula dan masih bisa diambil. Cocokkan satu per satu, coret yang tidak ada, lalu tanda tangani.</source>
        <translation>The cards still lie where they were and can be fetched. Compare them one by one, cross out what is not there, then sign.</translation>
    </message>
    <message>
        <source>Kartunya masuk antrean cetak.</source>
        <translation>The card is in the print queue.</translation>
    </message>
    <message>
        <source>Kartunya menunggu giliran seperti sebelumnya.</source>
        <translation>The card waits its turn as before.</translation>
    </message>
    <message>
        <source>Kartunya sudah diambil atau dicoret.</source>
        <translation>Its cards were fetched or crossed out.</translation>
    </message>
    <message>
        <source>Kartunya sudah dicetak, jadi perekamannya tetap. Kalau salah orang, beri tahu kantor.</source>
        <translation>The card is printed, so the recording stays. If it is the wrong person, tell the office.</translation>
    </message>
    <message>
        <source>Kartunya sudah dicetak, jadi persetujuannya tetap di kisahnya.</source>
        <translation>The card is printed, so the approval stays in its story.</translation>
    </message>
    <message>
        <source>Kartunya sudah jadi</source>
        <translation>The card is ready</translation>
    </message>
    <message>
        <source>Karya yang dipakai FieldKit</source>
        <translation>Works that FieldKit uses</translation>
    </message>
    <message>
        <source>Kata RT</source>
        <translation>RT says so</translation>
    </message>
    <message>
        <source>Kata keluarga</source>
        <translation>Family says so</translation>
    </message>
    <message>
        <source>Kata sandi</source>
        <translation>Passphrase</translation>
    </message>
    <message>
        <source>Kata sandi baru, 10 huruf atau lebih</source>
        <translation>New passphrase, 10 letters or more</translation>
    </message>
    <message>
        <source>Kata sandi belum 10 huruf. Tulis yang lebih panjang.</source>
        <translation>The passphrase has fewer than 10 letters. Write a longer one.</translation>
    </message>
    <message>
        <source>Kata sandi terlalu panjang. Tulis paling banyak 200 huruf.</source>
        <translation>The passphrase is too long. Write 200 letters at most.</translation>
    </message>
    <message>
        <source>Kawin</source>
        <translation>Married</translation>
    </message>
    <message>
        <source>Ke</source>
        <translation>No.</translation>
    </message>
    <message>
        <source>Ke Hari ini</source>
        <translation>To Today</translation>
    </message>
    <message>
        <source>Ke Pendaftaran</source>
        <translation>To Registration</translation>
    </message>
    <message>
        <source>Ke Sinkronisasi</source>
        <translation>To Sync</translation>
    </message>
    <message>
        <source>Ke antrean; sekali lagi: ke baris-barisnya</source>
        <translation>To the queue; once more: to its rows</translation>
    </message>
    <message>
        <source>Ke bentrok, siaga, dan usulan</source>
        <translation>To clashes, standby and suggestions</translation>
    </message>
    <message>
        <source>Ke halaman yang perlu dilihat</source>
        <translation>To the page that needs a look</translation>
    </message>
    <message>
        <source>Ke hari ini</source>
        <translation>To today</translation>
    </message>
    <message>
        <source>Ke isi aturan dan tindakannya</source>
        <translation>To the rule in full, and what can be done</translation>
    </message>
    <message>
        <source>Ke isi halaman</source>
        <translation>To the content</translation>
    </message>
    <message>
        <source>Ke kabar kartu</source>
        <translation>To the notices of the card</translation>
    </message>
    <message>
        <source>Ke kisah kartu</source>
        <translation>To the story of the card</translation>
    </message>
    <message>
        <source>Ke kolom kanan; panah dan PgDn menggulirnya</source>
        <translation>To the right column; arrows and PgDn scroll it</translation>
    </message>
    <message>
        <source>Ke laju dan umur angka</source>
        <translation>To pace and currency</translation>
    </message>
    <message>
        <source>Ke orang atau perhentian di kanan</source>
        <translation>To the person or stop at the right</translation>
    </message>
    <message>
        <source>Ke rincian; panah dan PgDn menggulirnya</source>
        <translation>To the details; arrows and PgDn scroll them</translation>
    </message>
    <message>
        <source>Ke rute</source>
        <translation>To the route</translation>
    </message>
    <message>
        <source>Ke saringan; Esc di sana melepas semua saringan</source>
        <translation>To the filters; Esc there lets go of all filters</translation>
    </message>
    <message>
        <source>Ke tindakan</source>
        <translation>To the actions</translation>
    </message>
    <message>
        <source>Ke {holder}.</source>
        <translation>To {holder}.</translation>
    </message>
    <message>
        <source>Ke-{n}</source>
        <translation>Visit {n}</translation>
    </message>
    <message>
        <source>Keadaan</source>
        <translation>State</translation>
    </message>
    <message>
        <source>Keadaan per</source>
        <translation>As of</translation>
    </message>
    <message>
        <source>Keadaan per tanggal</source>
        <translation>As of date</translation>
    </message>
    <message>
        <source>Kec. {name}</source>
        <translation>{name} district</translation>
    </message>
    <message>
        <source>Kecamatan</source>
        <translation>District</translation>
    </message>
    <message>
        <source>Kecamatan ini belum boleh mencetak: dana, jaringan, alat, atau petugasnya belum lengkap di catatan kantor. Kartunya dicetak di kantor.</source>
        <translation>This district may not print yet: its funds, network, equipment or staff are not complete in the office's records. Its cards are printed at the office.</translation>
    </message>
    <message>
        <source>Kecamatan pemilik</source>
        <translation>Owner's district</translation>
    </message>
    <message>
        <source>Kecamatan yang dibantu</source>
        <translation>Districts that are helped</translation>
    </message>
    <message>
        <source>Kecepatan belum terukur, putus {cuts} kali dalam {n} putaran.</source>
        <translation>Speed not measured yet, cut {cuts} times in {n} rounds.</translation>
    </message>
    <message>
        <source>Kedua PIN tidak sama. Ketik sekali lagi PIN yang di atas.</source>
        <translation>The two PINs are not the same. Type the PIN above once more.</translation>
    </message>
    <message>
        <source>Kedua frasa sandi tidak sama.</source>
        <translation>The two passphrases are not the same.</translation>
    </message>
    <message>
        <source>Kedua kata sandi tidak sama. Tulis lagi.</source>
        <translation>The two passphrases differ. Write them again.</translation>
    </message>
    <message>
        <source>Keduanya benar, ada alasannya</source>
        <translation>Both are right, there is a reason</translation>
    </message>
    <message>
        <source>Keempatnya harus ada</source>
        <translation>All four have to be there</translation>
    </message>
    <message>
        <source>Kelanjutan laptop</source>
        <translation>Laptop going on</translation>
    </message>
    <message>
        <source>Keluar</source>
        <translation>Sign out</translation>
    </message>
    <message>
        <source>Keluar sebagai</source>
        <translation>Goes out as</translation>
    </message>
    <message>
        <source>Keluarga</source>
        <translation>Family</translation>
    </message>
    <message>
        <source>Keluarga satu KK</source>
        <translation>Family of the same family card</translation>
    </message>
    <message>
        <source>Keluarkan</source>
        <translation>Issue</translation>
    </message>
    <message>
        <source>Keluarkan daftar panggil atau daftar tempel</source>
        <translation>Take out a call list or a posting</translation>
    </message>
    <message>
        <source>Keluarkan dari gudang</source>
        <translation>Issue from the store</translation>
    </message>
    <message>
        <source>Kelurahan</source>
        <translation>Kelurahan</translation>
    </message>
    <message>
        <source>Kelurahan atau desa</source>
        <translation>Kelurahan or desa</translation>
    </message>
    <message>
        <source>Kelurahan atau desa belum dipilih.</source>
        <translation>No kelurahan or desa chosen yet.</translation>
    </message>
    <message>
        <source>Kelurahan atau desa kosong. Baris ini tidak diambil.</source>
        <translation>The kelurahan or desa is empty. This row is not taken in.</translation>
    </message>
    <message>
        <source>Kelurahan atau desa {name} tidak ada di daerah ini. Baris ini tidak diambil; periksa ejaannya.</source>
        <translation>There is no kelurahan or desa {name} in this area. This row is not taken in; check its spelling.</translation>
    </message>
    <message>
        <source>Kelurahan dan desa terhadap {target}</source>
        <translation>Villages against {target}</translation>
    </message>
    <message>
        <source>Kelurahan, RW, RT</source>
        <translation>Village, RW, RT</translation>
    </message>
    <message>
        <source>Kelurahan/desa</source>
        <translation>Village</translation>
    </message>
    <message>
        <source>Kemajuan</source>
        <translation>Progress</translation>
    </message>
    <message>
        <source>Kembali</source>
        <translation>Back</translation>
    </message>
    <message>
        <source>Kembali atau ditahan</source>
        <translation>Came back or kept back</translation>
    </message>
    <message>
        <source>Kembali atau ditahan, keping rusak</source>
        <translation>Came back or kept back, spoiled piece</translation>
    </message>
    <message>
        <source>Kembali bekerja</source>
        <translation>Back to work</translation>
    </message>
    <message>
        <source>Kembali bekerja; yang diketik tetap ada</source>
        <translation>Back to work; what was typed stays</translation>
    </message>
    <message>
        <source>Kembali dari</source>
        <translation>Back from</translation>
    </message>
    <message>
        <source>Kembali dari orang yang salah</source>
        <translation>Came back from the wrong person</translation>
    </message>
    <message>
        <source>Kembali ke antrean</source>
        <translation>Back in the queue</translation>
    </message>
    <message>
        <source>Kembali ke antrean.</source>
        <translation>Back in the queue.</translation>
    </message>
    <message>
        <source>Kembali ke daftar</source>
        <translation>Back to the list</translation>
    </message>
    <message>
        <source>Kembali ke halaman</source>
        <translation>Back to the page</translation>
    </message>
    <message>
        <source>Kembali ke rute</source>
        <translation>Back on the route</translation>
    </message>
    <message>
        <source>Kembali ke semua meja</source>
        <translation>Back to all desks</translation>
    </message>
    <message>
        <source>Kembali menjadi konsep</source>
        <translation>Drafts again</translation>
    </message>
    <message>
        <source>Kembali satu langkah</source>
        <translation>One step back</translation>
    </message>
    <message>
        <source>Kembali satu langkah; saat memeriksa: hentikan</source>
        <translation>One step back; while checking: stop</translation>
    </message>
    <message>
        <source>Kembali {when} dari orang yang salah, di {place} ({who}).</source>
        <translation>Came back {when} from the wrong person, at {place} ({who}).</translation>
    </message>
    <message>
        <source>Kembali, salah orang</source>
        <translation>Came back, wrong person</translation>
    </message>
    <message>
        <source>Kembalikan</source>
        <translation>Give back</translation>
    </message>
    <message>
        <source>Kembalikan &amp; tanda tangani</source>
        <translation>Give back &amp; sign</translation>
    </message>
    <message>
        <source>Kembalikan ke kantor</source>
        <translation>Give back to the office</translation>
    </message>
    <message>
        <source>Kembalikan laptop</source>
        <translation>Give the laptop back</translation>
    </message>
    <message>
        <source>Kembalikan laptop ini ke kantor?</source>
        <translation>Give this laptop back to the office?</translation>
    </message>
    <message>
        <source>Kembalikan pinjaman</source>
        <translation>Give back a loan</translation>
    </message>
    <message>
        <source>Kemungkinan kolom lain yang terpilih. Pilih kolom statusnya, lalu periksa lagi.</source>
        <translation>Probably another column was chosen. Choose the column of the statuses, then check again.</translation>
    </message>
    <message>
        <source>Kenali dulu suaranya, atau telepon balik ke nomor yang dikenal, lalu beri tanda.</source>
        <translation>Make sure you know the voice, or call back on a number you know, then tick the box.</translation>
    </message>
    <message>
        <source>Kenapa</source>
        <translation>Why</translation>
    </message>
    <message>
        <source>Kenapa belum ada</source>
        <translation>Why it is missing</translation>
    </message>
    <message>
        <source>Kenapa didahulukan</source>
        <translation>Why it goes first</translation>
    </message>
    <message>
        <source>Kenapa kepingnya rusak</source>
        <translation>Why the blank is spoiled</translation>
    </message>
    <message>
        <source>Kenapa rusak</source>
        <translation>Why spoiled</translation>
    </message>
    <message>
        <source>Kenapa tetap dicatat</source>
        <translation>Why it is noted all the same</translation>
    </message>
    <message>
        <source>Kenapa tidak bisa datang</source>
        <translation>Why the person cannot come</translation>
    </message>
    <message>
        <source>Kenapa tidak ikut</source>
        <translation>Why it does not go along</translation>
    </message>
    <message>
        <source>Kendala</source>
        <translation>Incidents</translation>
    </message>
    <message>
        <source>Kendala dicatat di dalam shift. Buka shift dulu.</source>
        <translation>Incidents are logged within a shift. Open a shift first.</translation>
    </message>
    <message>
        <source>Kendala hari ini</source>
        <translation>Incidents today</translation>
    </message>
    <message>
        <source>Kendala ini dicatat di meja lain. Meja itu yang mengakhiri atau mengubahnya.</source>
        <translation>This incident was noted at another table. That table ends or changes it.</translation>
    </message>
    <message>
        <source>Kendala ini masih berlangsung. Akhiri dulu yang itu.</source>
        <translation>This incident still lasts. End that one first.</translation>
    </message>
    <message>
        <source>Kendala ini sudah dibatalkan.</source>
        <translation>This incident was taken back before.</translation>
    </message>
    <message>
        <source>Kendala ini sudah dicatat selesai.</source>
        <translation>This incident is already logged as over.</translation>
    </message>
    <message>
        <source>Kendala mulai; angka yang sama lagi: selesai</source>
        <translation>Incident starts; same digit again: over</translation>
    </message>
    <message>
        <source>Kendala, hadir, tutup shift</source>
        <translation>Incidents, attendance, closings</translation>
    </message>
    <message>
        <source>Kepala dinas</source>
        <translation>Head of office</translation>
    </message>
    <message>
        <source>Keperluan</source>
        <translation>Reason</translation>
    </message>
    <message>
        <source>Keperluan belum dipilih. Tanyakan dulu untuk apa datang.</source>
        <translation>No reason chosen yet. Ask first what they came for.</translation>
    </message>
    <message>
        <source>Keperluan, lalu Belum, Pernah, Ragu</source>
        <translation>Reason, then Not yet, Yes, Not sure</translation>
    </message>
    <message>
        <source>Keping</source>
        <translation>Pieces</translation>
    </message>
    <message>
        <source>Keping rusak</source>
        <translation>Spoiled piece</translation>
    </message>
    <message>
        <source>Keping rusak: {reason}</source>
        <translation>Spoiled piece: {reason}</translation>
    </message>
    <message>
        <source>Keping yang satunya tetap kartunya.</source>
        <translation>The other piece stays the card.</translation>
    </message>
    <message>
        <source>Keputusan</source>
        <translation>Decision</translation>
    </message>
    <message>
        <source>Keputusan tercatat</source>
        <translation>Decision recorded</translation>
    </message>
    <message>
        <source>Keputusannya belum dipilih. Tekan 1, 2, atau 3.</source>
        <translation>No decision yet. Press 1, 2 or 3.</translation>
    </message>
    <message>
        <source>Kertas</source>
        <translation>Paper</translation>
    </message>
    <message>
        <source>Kertas A4</source>
        <translation>A4 paper</translation>
    </message>
    <message>
        <source>Kertas A6</source>
        <translation>A6 paper</translation>
    </message>
    <message>
        <source>Kertas kiriman</source>
        <translation>Papers of the batch</translation>
    </message>
    <message>
        <source>Kertas untuk ditempel (PDF)</source>
        <translation>Paper for the wall (PDF)</translation>
    </message>
    <message>
        <source>Kesalahan daftar</source>
        <translation>List errors</translation>
    </message>
    <message>
        <source>Kesalahan per baris</source>
        <translation>Errors per row</translation>
    </message>
    <message>
        <source>Kesalahan per baris, {n}</source>
        <translation>Mistakes by row, {n}</translation>
    </message>
    <message>
        <source>Kesiapan</source>
        <translation>Readiness</translation>
    </message>
    <message>
        <source>Keterangan</source>
        <translation>Remark</translation>
    </message>
    <message>
        <source>Keterangan belum ditulis. Tulis singkat apa yang terjadi.</source>
        <translation>The remark is missing. Write briefly what happened.</translation>
    </message>
    <message>
        <source>Keterangan belum ditulis. Tulis singkat kenapa kartu ini tidak ikut dikirim.</source>
        <translation>The note is missing. Write in a few words why this card is not sent along.</translation>
    </message>
    <message>
        <source>Ketik angka</source>
        <translation>Type figures</translation>
    </message>
    <message>
        <source>Ketik angka dari surat</source>
        <translation>Type figures from a letter</translation>
    </message>
    <message>
        <source>Ketik hasilnya di meja ini.</source>
        <translation>Type the results at this desk.</translation>
    </message>
    <message>
        <source>Ketik jawaban yang dibacakan kantor.</source>
        <translation>Type the answer that the office reads out.</translation>
    </message>
    <message>
        <source>Ketik kode baru dari kantor, atau minta ketua tim mengetik PIN-nya sendiri. Tanpa PIN baru, hanya jeda yang dihapus. Dicatat siapa yang mengizinkan.</source>
        <translation>Type a new code of the office, or let the team lead type their own PIN. Without a new PIN only the wait is ended. Who allowed it is recorded.</translation>
    </message>
    <message>
        <source>Ketik kode dari kantor, atau minta ketua tim mengetik PIN-nya.</source>
        <translation>Type the code of the office, or ask the team lead to type their PIN.</translation>
    </message>
    <message>
        <source>Ketik kode dari kantor. Di laptop ini belum ada ketua tim lain.</source>
        <translation>Type the code from the office. There is no other team lead on this laptop yet.</translation>
    </message>
    <message>
        <source>Ketik sedikitnya {n} huruf.</source>
        <translation>Type at least {n} letters.</translation>
    </message>
    <message>
        <source>Ketik sekali lagi</source>
        <translation>Type it once more</translation>
    </message>
    <message>
        <source>Ketik sekali lagi: </source>
        <translation>Type it once more: </translation>
    </message>
    <message>
        <source>Ketua tim</source>
        <translation>Team lead</translation>
    </message>
    <message>
        <source>Ketua tim atau kantor yang memutuskan, atau mencetaknya.</source>
        <translation>The team lead or the office decides, or prints it.</translation>
    </message>
    <message>
        <source>Ketua tim di sini</source>
        <translation>Team lead here</translation>
    </message>
    <message>
        <source>Ketua tim membuka lagi hanya pada hari yang sama. Minta perencana atau admin kantor: di sini, atau di laptop kantor sesudah sinkron.</source>
        <translation>The team lead opens it again only on the same day. Ask a planner or office admin: here, or on the office's laptop after a sync.</translation>
    </message>
    <message>
        <source>Ketua tim membukanya di Hari ini. Shift lain dilihat dengan Ctrl+G.</source>
        <translation>The team lead opens it on Today. Other shifts are seen with Ctrl+G.</translation>
    </message>
    <message>
        <source>Kirim ke kecamatan</source>
        <translation>Send to the district</translation>
    </message>
    <message>
        <source>Kirim perubahan</source>
        <translation>Send changes</translation>
    </message>
    <message>
        <source>Kiriman</source>
        <translation>Batches</translation>
    </message>
    <message>
        <source>Kiriman USB</source>
        <translation>USB bundle</translation>
    </message>
    <message>
        <source>Kiriman USB: tulis kiriman, baca bukti</source>
        <translation>USB bundle: write it, read its receipt</translation>
    </message>
    <message>
        <source>Kiriman dibatalkan, kartunya siap diambil seperti sebelumnya</source>
        <translation>Batch cancelled, its cards are ready as before</translation>
    </message>
    <message>
        <source>Kiriman ini belum ditandatangani yang menyerahkan.</source>
        <translation>Whoever gives has not signed for this batch yet.</translation>
    </message>
    <message>
        <source>Kiriman ini ditulis laptop ini sendiri.</source>
        <translation>This bundle was written by this very laptop.</translation>
    </message>
    <message>
        <source>Kiriman ini kosong</source>
        <translation>This batch is empty</translation>
    </message>
    <message>
        <source>Kiriman ini kosong: kartunya sudah diambil, dicoret, atau ada di kiriman lain.</source>
        <translation>This batch is empty: its cards were fetched, crossed out, or are in another batch.</translation>
    </message>
    <message>
        <source>Kiriman ini sudah ditandatangani, jadi tetap seperti tertulis.</source>
        <translation>This batch is signed, so it stays as it is written.</translation>
    </message>
    <message>
        <source>Kiriman ini sudah diterima di kecamatan.</source>
        <translation>This batch was received at the district already.</translation>
    </message>
    <message>
        <source>Kiriman ini tidak menyambung dengan catatan di pusat.</source>
        <translation>This shipment does not join the log at the centre.</translation>
    </message>
    <message>
        <source>Kiriman ini untuk pusat lain.</source>
        <translation>This bundle is for another centre.</translation>
    </message>
    <message>
        <source>Kiriman ke kecamatan</source>
        <translation>Batches to districts</translation>
    </message>
    <message>
        <source>Kiriman ke pusat</source>
        <translation>What goes to the centre</translation>
    </message>
    <message>
        <source>Kiriman meja lain</source>
        <translation>Another table's shipment</translation>
    </message>
    <message>
        <source>Kiriman sebelumnya belum ada</source>
        <translation>The bundle before it is missing</translation>
    </message>
    <message>
        <source>Kiriman terlalu besar untuk diterima sekaligus.</source>
        <translation>This parcel is too large to be taken in at once.</translation>
    </message>
    <message>
        <source>Kiriman tetap lanjut dari tempatnya berhenti, hanya lebih lama.</source>
        <translation>Sending goes on where it stopped; it only takes longer.</translation>
    </message>
    <message>
        <source>Kiriman yang lebih baru dari laptop itu sudah ada di sini.</source>
        <translation>A later bundle of that laptop is here already.</translation>
    </message>
    <message>
        <source>Kiriman {laptop} diambil: {changes} perubahan dibawa ke pusat oleh laptop ini.</source>
        <translation>The bundle of {laptop} was taken in: this laptop carries {changes} changes to the centre.</translation>
    </message>
    <message>
        <source>Kiriman {laptop} diambil: {changes} perubahan, ditulis sebelum pusat dipulihkan. Pusat yang memilah.</source>
        <translation>The bundle of {laptop} was taken in: {changes} changes, written before the centre was restored. The centre will sort it out.</translation>
    </message>
    <message>
        <source>Kiriman {laptop} ini sudah ada di laptop ini. Tidak ada yang berubah.</source>
        <translation>This bundle of {laptop} is on this laptop already. Nothing has changed.</translation>
    </message>
    <message>
        <source>Kiriman {laptop} ini sudah sampai di pusat. Buktinya ada di laptop ini.</source>
        <translation>This bundle of {laptop} has reached the centre. Its receipt lies on this laptop.</translation>
    </message>
    <message>
        <source>Kiriman {name} dibatalkan</source>
        <translation>Batch for {name} cancelled</translation>
    </message>
    <message>
        <source>Kiriman {name} disiapkan: {n} kartu</source>
        <translation>Batch for {name} set aside: {n} cards</translation>
    </message>
    <message>
        <source>Kiriman {name} ditandatangani</source>
        <translation>Batch for {name} signed</translation>
    </message>
    <message>
        <source>Kiriman {origin} ini sudah lama: pusat memegang juga yang sesudah {last}. Buktinya ditulis lagi.</source>
        <translation>This bundle of {origin} is outdated: the centre also holds what came after {last}. Its receipt was written again.</translation>
    </message>
    <message>
        <source>Kiriman {origin} ini sudah pernah diterima. Tidak ada yang berubah; buktinya ditulis lagi.</source>
        <translation>This bundle of {origin} was received before. Nothing changed; its receipt was written again.</translation>
    </message>
    <message>
        <source>Kirimannya sudah di pusat, tetapi di sini belum ditandai terkirim. Sambungkan sekali, lalu beres.</source>
        <translation>What was handed in is at the centre, but is not marked as sent here yet. Connect once, and it is settled.</translation>
    </message>
    <message>
        <source>Kisah kartunya tampil di sini.</source>
        <translation>The story of the card is shown here.</translation>
    </message>
    <message>
        <source>Kita</source>
        <translation>We</translation>
    </message>
    <message>
        <source>Kode PIN baru</source>
        <translation>New PIN code</translation>
    </message>
    <message>
        <source>Kode PIN baru untuk {name}</source>
        <translation>New PIN code for {name}</translation>
    </message>
    <message>
        <source>Kode QR resi</source>
        <translation>QR code of the receipt</translation>
    </message>
    <message>
        <source>Kode alat</source>
        <translation>Code of the set</translation>
    </message>
    <message>
        <source>Kode awal</source>
        <translation>First code</translation>
    </message>
    <message>
        <source>Kode awal ini sudah dipakai di laptop ini. Pakai PIN, atau minta kode baru ke kantor lalu sinkronkan.</source>
        <translation>This start code was already used on this laptop. Use the PIN, or ask the office for a new code and sync.</translation>
    </message>
    <message>
        <source>Kode awal tidak cocok. Periksa lagi, atau minta kode baru ke kantor.</source>
        <translation>The first code does not match. Check it, or ask the office for a new one.</translation>
    </message>
    <message>
        <source>Kode awal {name}: </source>
        <translation>Start code of {name}: </translation>
    </message>
    <message>
        <source>Kode baru dari kantor</source>
        <translation>New code from the office</translation>
    </message>
    <message>
        <source>Kode dari admin</source>
        <translation>Code from the admin</translation>
    </message>
    <message>
        <source>Kode dari lembar kunci darurat</source>
        <translation>Code from the rescue key sheet</translation>
    </message>
    <message>
        <source>Kode hanya tampil sekali. Kalau hilang, buat kode baru.</source>
        <translation>The code is shown once. If it is lost, make a new one.</translation>
    </message>
    <message>
        <source>Kode ini dari tanggal {there}, jam laptop menunjuk {here}. Betulkan jam laptop lalu ketik lagi kode yang sama; kalau jamnya sudah benar, minta kode baru.</source>
        <translation>This code is of {there}, the laptop's clock shows {here}. Put the clock right and type the same code again; if the clock is right, ask for a new code.</translation>
    </message>
    <message>
        <source>Kode ini sudah dipakai. Satu kode berlaku sekali; minta kode baru besok, atau sinkronkan.</source>
        <translation>This code has been used. A code serves once; ask for a new one tomorrow, or sync.</translation>
    </message>
    <message>
        <source>Kode ini tidak berlaku, sudah dipakai atau sudah lewat waktunya. Minta kode baru ke kantor.</source>
        <translation>This code is not valid, it was used already or has expired. Ask the office for a new one.</translation>
    </message>
    <message>
        <source>Kode ini tidak tersalin benar. Cocokkan tiap kelompok dengan lembarnya, lalu ketik lagi.</source>
        <translation>This code was not copied right. Compare each group with the sheet, then type it again.</translation>
    </message>
    <message>
        <source>Kode lewat telepon</source>
        <translation>Code by telephone</translation>
    </message>
    <message>
        <source>Kode pendaftaran</source>
        <translation>Registration code</translation>
    </message>
    <message>
        <source>Kode pendaftaran belum diisi. Kodenya dari kantor.</source>
        <translation>The registration code is empty. The office gives it.</translation>
    </message>
    <message>
        <source>Kode pendaftaran: </source>
        <translation>Registration code: </translation>
    </message>
    <message>
        <source>Kode permintaan</source>
        <translation>Request code</translation>
    </message>
    <message>
        <source>Kode permintaan ini tidak dikenal. Minta dibacakan lagi huruf demi huruf, termasuk nomor laptop di depannya.</source>
        <translation>This request code is not known. Have it read out again letter by letter, with the number of the laptop before it.</translation>
    </message>
    <message>
        <source>Kode resi</source>
        <translation>Receipt code</translation>
    </message>
    <message>
        <source>Kode tidak cocok. Bacakan lagi kode permintaan di atas, lalu periksa balasannya huruf demi huruf.</source>
        <translation>The code does not match. Read the request code above out again, then check the answer letter by letter.</translation>
    </message>
    <message>
        <source>Kode untuk {name}</source>
        <translation>Code for {name}</translation>
    </message>
    <message>
        <source>Kode wilayah di awal NIK tidak ada di daftar sekarang, mungkin kode lama. NIK tetap berlaku, lanjutkan saja.</source>
        <translation>The region code at the start of the NIK is not in today's list, perhaps it is an old one. The NIK stays valid, just go on.</translation>
    </message>
    <message>
        <source>Kode {code} sudah dipakai alat lain.</source>
        <translation>Another set has the code {code} already.</translation>
    </message>
    <message>
        <source>Kolom</source>
        <translation>Column</translation>
    </message>
    <message>
        <source>Kolom diingat dari berkas terakhir dengan susunan ini. Cocokkan dengan contohnya.</source>
        <translation>Columns are remembered from the last file with this layout. Compare with the samples.</translation>
    </message>
    <message>
        <source>Kolom diingat dari daftar terakhir dengan susunan ini. Cocokkan dengan contohnya.</source>
        <translation>Columns remembered from the last list with this layout. Compare with the samples.</translation>
    </message>
    <message>
        <source>Kolom ditebak dari judulnya. Cocokkan dengan contoh di bawahnya.</source>
        <translation>Columns are guessed from their heads. Compare with the samples below.</translation>
    </message>
    <message>
        <source>Kolom status berisi terlalu banyak tulisan yang berbeda.</source>
        <translation>The column of the statuses holds too many different texts.</translation>
    </message>
    <message>
        <source>Kolom {columns} berisi rumus yang belum dihitung.</source>
        <translation>Column {columns} holds formulas that are not calculated yet.</translation>
    </message>
    <message>
        <source>Kolom {columns} tidak ditemukan di berkas ini.</source>
        <translation>Column {columns} was not found in this file.</translation>
    </message>
    <message>
        <source>Kolom {columns} tidak ditemukan di daftar ini.</source>
        <translation>Column {columns} is not found in this list.</translation>
    </message>
    <message>
        <source>Kolom {field} belum dipilih.</source>
        <translation>Column {field} is not chosen yet.</translation>
    </message>
    <message>
        <source>Kolom {field} belum dipilih. Tanpa itu tidak ada baris yang bisa dipakai.</source>
        <translation>Column {field} is not chosen yet. Without it no row can be used.</translation>
    </message>
    <message>
        <source>Konsep</source>
        <translation>Draft</translation>
    </message>
    <message>
        <source>Konsep dibuang</source>
        <translation>Draft discarded</translation>
    </message>
    <message>
        <source>Konsep dikembalikan</source>
        <translation>Draft brought back</translation>
    </message>
    <message>
        <source>Kontak</source>
        <translation>Contact</translation>
    </message>
    <message>
        <source>Koreksi</source>
        <translation>Correction</translation>
    </message>
    <message>
        <source>Koreksi ditambahkan</source>
        <translation>Correction added</translation>
    </message>
    <message>
        <source>Koreksi ikut tercetak di bawah tanda tangan.</source>
        <translation>The correction is printed below the signature.</translation>
    </message>
    <message>
        <source>Koreksi ke-{n}</source>
        <translation>Correction {n}</translation>
    </message>
    <message>
        <source>Koreksi ke-{n}: {what}</source>
        <translation>Correction {n}: {what}</translation>
    </message>
    <message>
        <source>Koreksinya belum ditulis. Sebut angka mana, seharusnya berapa, dan dari mana diketahui.</source>
        <translation>The correction is not written yet. Say which figure, what it should be, and how that is known.</translation>
    </message>
    <message>
        <source>Kosong</source>
        <translation>Empty</translation>
    </message>
    <message>
        <source>Kosongkan tempat sampah dan unduhan sekarang. Jangan hapus map FieldKit.</source>
        <translation>Empty the bin and the downloads now. Do not delete FieldKit's folder.</translation>
    </message>
    <message>
        <source>Kotak kartu rusak</source>
        <translation>Box of spoiled cards</translation>
    </message>
    <message>
        <source>Kotak rusak</source>
        <translation>Box of spoiled cards</translation>
    </message>
    <message>
        <source>Kunci belum disimpan. Pakai sedikitnya {least} huruf, misalnya empat kata yang mudah diingat.</source>
        <translation>The key is not saved yet. Use at least {least} letters, such as four words that are easy to remember.</translation>
    </message>
    <message>
        <source>Kunci darurat</source>
        <translation>Rescue key</translation>
    </message>
    <message>
        <source>Kunci darurat dibuat.
Sidik: {print}
Kode untuk aturan kantor:
{code}
Simpan berkasnya di brankas, frasanya di tempat lain, dan jangan pernah di pusat.</source>
        <translation>The rescue key is made.
Print: {print}
Code for the office's rules:
{code}
Keep the file in the safe, its passphrase elsewhere, and neither ever at the centre.</translation>
    </message>
    <message>
        <source>Kunci darurat ini bukan yang mengunci data itu.</source>
        <translation>This is not the rescue key that those data are locked to.</translation>
    </message>
    <message>
        <source>Kunci darurat ini terbuka. Sidik: {print}</source>
        <translation>This rescue key opens. Print: {print}</translation>
    </message>
    <message>
        <source>Kunci darurat kantor</source>
        <translation>The office's rescue key</translation>
    </message>
    <message>
        <source>Kunci darurat kantor berganti dan belum dicocokkan di laptop ini.</source>
        <translation>The office's rescue key has changed and was not compared on this laptop yet.</translation>
    </message>
    <message>
        <source>Kunci darurat kantor berganti. Cocokkan sidiknya dengan lembar di brankas sebelum dipakai.</source>
        <translation>The office's rescue key has changed. Compare its print with the sheet in the safe before it is used.</translation>
    </message>
    <message>
        <source>Kunci darurat kantor tidak ditandatangani kepala kantor.</source>
        <translation>The office's rescue key is not signed by the head of office.</translation>
    </message>
    <message>
        <source>Kunci darurat laptop</source>
        <translation>Rescue key of the laptops</translation>
    </message>
    <message>
        <source>Kunci darurat yang datang tidak ditandatangani kepala dinas. Tidak dipakai; tanyakan ke kantor.</source>
        <translation>The rescue key that came is not signed by the head of the office. It is not used; ask the office.</translation>
    </message>
    <message>
        <source>Kunci data</source>
        <translation>Key of the data</translation>
    </message>
    <message>
        <source>Kunci data ada di brankas akun laptop.</source>
        <translation>The key of the data is in the keyring of the laptop's account.</translation>
    </message>
    <message>
        <source>Kunci data dilindungi frasa sandi.</source>
        <translation>The key of the data is protected by a passphrase.</translation>
    </message>
    <message>
        <source>Kunci data laptop ini rusak.</source>
        <translation>The data key of this laptop is damaged.</translation>
    </message>
    <message>
        <source>Kunci data tidak ada di akun laptop ini.</source>
        <translation>The data key is not in this laptop account.</translation>
    </message>
    <message>
        <source>Kunci data tidak tersimpan di akun ini.</source>
        <translation>The key of the data is not kept in this account.</translation>
    </message>
    <message>
        <source>Kunci dengan frasa ini</source>
        <translation>Lock with this phrase</translation>
    </message>
    <message>
        <source>Kunci laptop ini belum disegel ke kunci darurat kantor.</source>
        <translation>This laptop's key is not sealed to the office's rescue key yet.</translation>
    </message>
    <message>
        <source>Kunci laptop ini dikunci untuknya saat sinkron berikutnya.</source>
        <translation>The key of this laptop is sealed to it with the next sync.</translation>
    </message>
    <message>
        <source>Kunci laptop ini disegel ke kunci darurat kantor, sidik {print}.</source>
        <translation>This laptop's key is sealed to the office's rescue key, print {print}.</translation>
    </message>
    <message>
        <source>Kunci laptop ini sedang dibuat. Tunggu sebentar.</source>
        <translation>This laptop's key is being made. Please wait a moment.</translation>
    </message>
    <message>
        <source>Kunci laptop ini sedang dibuka. Tunggu sebentar.</source>
        <translation>This laptop's key is being opened. Please wait a moment.</translation>
    </message>
    <message>
        <source>Kunci laptop ini tidak membuka cadangan itu.</source>
        <translation>The key of this laptop does not open that backup.</translation>
    </message>
    <message>
        <source>Kunci layar</source>
        <translation>Lock screen</translation>
    </message>
    <message>
        <source>Kunci layar (Ctrl+L)</source>
        <translation>Lock screen (Ctrl+L)</translation>
    </message>
    <message>
        <source>Kunci layar sendiri</source>
        <translation>Screen locks by itself</translation>
    </message>
    <message>
        <source>Kunci layar, tombol {key}</source>
        <translation>Lock screen, key {key}</translation>
    </message>
    <message>
        <source>Kunci tanda tangan</source>
        <translation>Signing keys</translation>
    </message>
    <message>
        <source>Kunci tanda tangan di laptop ini rusak, jadi belum ditandatangani. Minta kantor memberi kode PIN baru.</source>
        <translation>The signing key of this laptop is damaged, so nothing is signed yet. Ask the office for a new PIN code.</translation>
    </message>
    <message>
        <source>Kunci tanda tangan ini tidak dibuat dengan kode kantor yang berlaku, jadi tanda tangannya belum dianggap sah. Minta kode baru ke kantor, lalu buat PIN lagi di laptop ini.</source>
        <translation>This signing key was not made with a valid code of the office, so its signatures do not count yet. Ask the office for a new code, then set a PIN again on this laptop.</translation>
    </message>
    <message>
        <source>Kunjungan</source>
        <translation>Visits</translation>
    </message>
    <message>
        <source>Kunjungan dicatat oleh petugas lapangan dan perencana. Minta salah satu masuk.</source>
        <translation>Visits are written down by field staff and planners. Ask one of them to sign in.</translation>
    </message>
    <message>
        <source>Kunjungan rumah</source>
        <translation>Home visits</translation>
    </message>
    <message>
        <source>Kunjungan tercatat</source>
        <translation>Visit logged</translation>
    </message>
    <message>
        <source>Kunjungan tertunda</source>
        <translation>Visit put off</translation>
    </message>
    <message>
        <source>Kunjungan {day}: {outcome}</source>
        <translation>Visit of {day}: {outcome}</translation>
    </message>
    <message>
        <source>Kunjungan: {outcome}</source>
        <translation>Visit: {outcome}</translation>
    </message>
    <message>
        <source>Kurang</source>
        <translation>Missing</translation>
    </message>
    <message>
        <source>Kurang dari {target}</source>
        <translation>Below {target} by</translation>
    </message>
    <message>
        <source>Kurva</source>
        <translation>Curve</translation>
    </message>
    <message>
        <source>L/P</source>
        <translation>M/F</translation>
    </message>
    <message>
        <source>Laci dan pesan</source>
        <translation>Drawers and messages</translation>
    </message>
    <message>
        <source>Lahir</source>
        <translation>Born</translation>
    </message>
    <message>
        <source>Lainnya</source>
        <translation>Other</translation>
    </message>
    <message>
        <source>Laju</source>
        <translation>Pace</translation>
    </message>
    <message>
        <source>Laju 7 hari</source>
        <translation>Pace of 7 days</translation>
    </message>
    <message>
        <source>Laju dan umur angka</source>
        <translation>Pace and currency</translation>
    </message>
    <message>
        <source>Laju kini: target {target} tercapai {time}.</source>
        <translation>At this pace: target {target} reached at {time}.</translation>
    </message>
    <message>
        <source>Laju kini: ± {n} orang pukul {time}.</source>
        <translation>At this pace: ± {n} people at {time}.</translation>
    </message>
    <message>
        <source>Laju kini: ± {n} pukul {time}, kurang {m}.</source>
        <translation>At this pace: ± {n} at {time}, {m} short.</translation>
    </message>
    <message>
        <source>Laju menuju target</source>
        <translation>Pace towards the target</translation>
    </message>
    <message>
        <source>Laju menuju {target}</source>
        <translation>Pace towards {target}</translation>
    </message>
    <message>
        <source>Laki-laki</source>
        <translation>Male</translation>
    </message>
    <message>
        <source>Lama</source>
        <translation>Length</translation>
    </message>
    <message>
        <source>Lama kunjungan dihitung dalam menit, 1 sampai 480. Betulkan, atau kosongkan kalau tidak dicatat.</source>
        <translation>The length of a visit is counted in minutes, 1 to 480. Correct it, or leave it empty if it was not noted.</translation>
    </message>
    <message>
        <source>Lama kunjungan ditulis dalam menit, seperti 25.</source>
        <translation>The length of a visit is written in minutes, such as 25.</translation>
    </message>
    <message>
        <source>Langkah berikut; di isian: simpan</source>
        <translation>Next step; in a form: save</translation>
    </message>
    <message>
        <source>Langkah berikut; di isian: simpan atau tanda tangani</source>
        <translation>Next step; in a form: save or sign</translation>
    </message>
    <message>
        <source>Langkah berikut; di isian: tanda tangani dengan PIN</source>
        <translation>Next step; in a form: sign with the PIN</translation>
    </message>
    <message>
        <source>Langkah berikutnya untuk kartu yang disorot</source>
        <translation>Next step for the selected card</translation>
    </message>
    <message>
        <source>Langkah berikutnya: baca, periksa, masukkan</source>
        <translation>Next step: read, check, import</translation>
    </message>
    <message>
        <source>Langkah ini sudah diurungkan.</source>
        <translation>This step has been undone already.</translation>
    </message>
    <message>
        <source>Langkah itu tidak bisa sekarang: gotong royong ini {state}.</source>
        <translation>That step is not possible now: this mission is {state}.</translation>
    </message>
    <message>
        <source>Langkah sinkron</source>
        <translation>Sync steps</translation>
    </message>
    <message>
        <source>Langkah {n} dari 4: {word}</source>
        <translation>Step {n} of 4: {word}</translation>
    </message>
    <message>
        <source>Lanjut</source>
        <translation>Go on</translation>
    </message>
    <message>
        <source>Lanjut dari ke-{n}</source>
        <translation>Go on from no. {n}</translation>
    </message>
    <message>
        <source>Lanjutkan</source>
        <translation>Go on</translation>
    </message>
    <message>
        <source>Lansia</source>
        <translation>Elderly</translation>
    </message>
    <message>
        <source>Lapangan</source>
        <translation>Field</translation>
    </message>
    <message>
        <source>Lapangan mengusulkan dari daftar: buka warga, lalu 4.</source>
        <translation>The field proposes from the list: open a person, then 4.</translation>
    </message>
    <message>
        <source>Laporan belum tersimpan: berkasnya tidak bisa ditulis.</source>
        <translation>The report is not saved yet: its file cannot be written.</translation>
    </message>
    <message>
        <source>Laporan belum tersimpan: cakram laptop ini penuh.</source>
        <translation>The report is not saved yet: the disk of this laptop is full.</translation>
    </message>
    <message>
        <source>Laporan cakupan tersimpan</source>
        <translation>Coverage report saved</translation>
    </message>
    <message>
        <source>Laporan dicatat sudah diterima</source>
        <translation>Report noted as received</translation>
    </message>
    <message>
        <source>Laporan dikirim ke printer</source>
        <translation>Report sent to the printer</translation>
    </message>
    <message>
        <source>Laporan harian</source>
        <translation>Daily report</translation>
    </message>
    <message>
        <source>Laporan meja lain</source>
        <translation>Reports of other tables</translation>
    </message>
    <message>
        <source>Laporan sudah diterima kantor</source>
        <translation>The office has the report</translation>
    </message>
    <message>
        <source>Laporan tim</source>
        <translation>Team report</translation>
    </message>
    <message>
        <source>Laporkan ke kantor sekarang, dengan sidik {print}.</source>
        <translation>Report it to the office now, with the print {print}.</translation>
    </message>
    <message>
        <source>Laptop</source>
        <translation>Laptop</translation>
    </message>
    <message>
        <source>Laptop baru</source>
        <translation>New laptop</translation>
    </message>
    <message>
        <source>Laptop baru, wilayah, hilang atau ditemukan, cabut, surat, jawab telepon</source>
        <translation>New laptop, areas, missing or found, revoke, letter, answer a call</translation>
    </message>
    <message>
        <source>Laptop dan daftarnya</source>
        <translation>Laptops and their lists</translation>
    </message>
    <message>
        <source>Laptop dan daftarnya, diatur admin</source>
        <translation>Laptops and their lists, managed by an admin</translation>
    </message>
    <message>
        <source>Laptop dan nomor serinya</source>
        <translation>Laptop and its serial number</translation>
    </message>
    <message>
        <source>Laptop dikenali, jam dibandingkan</source>
        <translation>Laptop recognised, clocks compared</translation>
    </message>
    <message>
        <source>Laptop ini belum bisa dikembalikan.</source>
        <translation>This laptop can not be given back yet.</translation>
    </message>
    <message>
        <source>Laptop ini belum mengenal printer. Pasang printernya lalu buka lagi, atau pilih Layar saja.</source>
        <translation>This laptop knows no printer yet. Set the printer up and open this again, or choose Screen only.</translation>
    </message>
    <message>
        <source>Laptop ini belum mengenal printer. Pendaftaran aman. Pasang printernya, atau pilih Layar saja (Alt+R) dan salin kodenya.</source>
        <translation>This laptop knows no printer yet. The registration is safe. Set the printer up, or choose Screen only (Alt+R) and copy the code.</translation>
    </message>
    <message>
        <source>Laptop ini belum tahu kunci pusat untuk kiriman USB.</source>
        <translation>This laptop does not know the centre's key for USB bundles yet.</translation>
    </message>
    <message>
        <source>Laptop ini belum terdaftar di pusat</source>
        <translation>This laptop is not registered at the centre yet</translation>
    </message>
    <message>
        <source>Laptop ini belum terdaftar di pusat.</source>
        <translation>This laptop is not enrolled at the centre yet.</translation>
    </message>
    <message>
        <source>Laptop ini belum terdaftar. Sinkronkan dulu, lalu coba lagi.</source>
        <translation>This laptop is not enrolled yet. Sync first, then try again.</translation>
    </message>
    <message>
        <source>Laptop ini berangkat tanpa daftar kemarin</source>
        <translation>This laptop left without yesterday's list</translation>
    </message>
    <message>
        <source>Laptop ini dicatat hilang. Kalau sudah ditemukan, catat dulu di Kantor, lalu minta kode lagi.</source>
        <translation>This laptop is noted as missing. If it was found, note that in Kantor first, then ask for a code again.</translation>
    </message>
    <message>
        <source>Laptop ini dikembalikan dengan semua pekerjaannya terkirim. Data warga, kunci, cadangan, dan dokumen buatan FieldKit di laptop ini sudah dihapus. Serahkan laptop ke kantor.</source>
        <translation>This laptop was given back with all of its work sent. Residents' data, the key, backups and documents made by FieldKit have been erased from it. Hand the laptop to the office.</translation>
    </message>
    <message>
        <source>Laptop ini dipulihkan dari cadangan. Yang ditulis sesudah cadangan itu dan belum terkirim tidak diketahui. Cocokkan dengan kertas, lalu kantor mencatatnya.</source>
        <translation>This laptop was restored from a backup. What was written after that backup and not yet sent is unknown. Compare with the papers, then the office notes it.</translation>
    </message>
    <message>
        <source>Laptop ini harus terhubung dulu</source>
        <translation>This laptop has to connect first</translation>
    </message>
    <message>
        <source>Laptop ini kembali di tangan yang benar, dan dipakai lagi.</source>
        <translation>This laptop is back in the right hands, and is used again.</translation>
    </message>
    <message>
        <source>Laptop ini lama tidak tersambung, jadi isi {villages} dimuat ulang dari awal. Yang sudah pindah dari sana tidak ada lagi di laptop ini; pekerjaan yang belum terkirim tetap utuh.</source>
        <translation>This laptop was not connected for a long time, so {villages} was loaded again from the beginning. What has moved away from there is no longer on this laptop; work that was not sent is untouched.</translation>
    </message>
    <message>
        <source>Laptop ini sedang diperiksa.</source>
        <translation>This laptop is being checked.</translation>
    </message>
    <message>
        <source>Laptop ini sekarang meneruskan {laptop}, seperti pada {made}. Jangan bekerja lagi di laptop {laptop} yang lama; bawa ke kantor.</source>
        <translation>This laptop now goes on as {laptop}, as it was on {made}. Do not work on the old laptop {laptop} any more; bring it to the office.</translation>
    </message>
    <message>
        <source>Laptop ini sudah berisi pekerjaan.</source>
        <translation>This laptop already holds work.</translation>
    </message>
    <message>
        <source>Laptop ini sudah dicabut. Tidak ada kode untuk laptop ini; minta dibawa ke kantor.</source>
        <translation>This laptop was revoked. There is no code for it; have it brought to the office.</translation>
    </message>
    <message>
        <source>Laptop ini sudah dicabut. Untuk memakainya lagi, daftarkan dengan kode baru.</source>
        <translation>This laptop was revoked. To use it again, enrol it with a new code.</translation>
    </message>
    <message>
        <source>Laptop ini sudah menyerahkan semua pekerjaannya, dan datanya sudah dihapus.</source>
        <translation>This laptop has handed in all of its work, and its data has been erased.</translation>
    </message>
    <message>
        <source>Laptop ini sudah terdaftar di pusat. Kode tidak dipakai.</source>
        <translation>This laptop is already registered at the centre. The code was not used.</translation>
    </message>
    <message>
        <source>Laptop ini terbuka lagi. Data, nomor, dan yang menunggu dikirim tetap seperti semula.</source>
        <translation>This laptop opens again. Data, numbers and what waits to be sent are as they were.</translation>
    </message>
    <message>
        <source>Laptop ini terlalu lama tidak terhubung ke pusat. Sinkronkan, atau minta kode lewat telepon.</source>
        <translation>This laptop has not reached the centre for too long. Sync it, or ask for a code by telephone.</translation>
    </message>
    <message>
        <source>Laptop ini terlalu lama tidak terhubung ke pusat. Sinkronkan, atau minta kode lewat telepon; sesudah itu shift yang terbuka bisa ditutup.</source>
        <translation>This laptop was out of touch with the centre for too long. Sync, or ask for a code by telephone; the open shift can be closed after that.</translation>
    </message>
    <message>
        <source>Laptop ini tidak hilang</source>
        <translation>This laptop is not lost</translation>
    </message>
    <message>
        <source>Laptop ini tidak lagi terdaftar di pusat.</source>
        <translation>This laptop is no longer registered at the centre.</translation>
    </message>
    <message>
        <source>Laptop ini tidak mengenal printer yang dipilih. Pendaftaran aman. Pilih printer lain (Alt+R), atau salin kodenya dari layar.</source>
        <translation>This laptop does not know the printer that was chosen. The registration is safe. Choose another printer (Alt+R), or copy the code from the screen.</translation>
    </message>
    <message>
        <source>Laptop ini tidak menyegel kuncinya ke kunci yang tidak jelas asalnya.</source>
        <translation>This laptop does not seal its key to one whose origin is not clear.</translation>
    </message>
    <message>
        <source>Laptop ini tidak punya bekal kode telepon, jadi hanya bisa dibuka dengan sinkron.</source>
        <translation>This laptop has nothing by which it would recognise a code told by telephone, so only a sync opens it.</translation>
    </message>
    <message>
        <source>Laptop ini tidak punya printer bawaan. Pendaftaran aman. Pilih printernya (Alt+R), atau salin kodenya dari layar.</source>
        <translation>This laptop has no default printer. The registration is safe. Choose the printer (Alt+R), or copy the code from the screen.</translation>
    </message>
    <message>
        <source>Laptop itu tidak punya wilayah itu sampai waktu itu. Tidak ada yang diubah.</source>
        <translation>That laptop does not have that area until then. Nothing was changed.</translation>
    </message>
    <message>
        <source>Laptop tamu</source>
        <translation>Guest laptops</translation>
    </message>
    <message>
        <source>Laptop tanpa kabar</source>
        <translation>Laptops out of touch</translation>
    </message>
    <message>
        <source>Laptop yang belum melapor</source>
        <translation>Laptops that have not reported</translation>
    </message>
    <message>
        <source>Laptop yang menulis kiriman ini belum dikenal di sini.</source>
        <translation>The laptop that wrote this bundle is not known here yet.</translation>
    </message>
    <message>
        <source>Laptop yang menulis kiriman ini tidak terdaftar di sini.</source>
        <translation>The laptop that wrote this bundle is not enrolled here.</translation>
    </message>
    <message>
        <source>Laptop {device}</source>
        <translation>Laptop {device}</translation>
    </message>
    <message>
        <source>Laptop {device} dikenali, jam selisih {span}</source>
        <translation>Laptop {device} recognised, clock off by {span}</translation>
    </message>
    <message>
        <source>Laptop {laptop} seperti pada {made}.</source>
        <translation>Laptop {laptop} as it was on {made}.</translation>
    </message>
    <message>
        <source>Laptop {prefix}, {name}.</source>
        <translation>Laptop {prefix}, {name}.</translation>
    </message>
    <message>
        <source>Laptop: {origin}</source>
        <translation>Laptop: {origin}</translation>
    </message>
    <message>
        <source>Latihan di jendela sendiri, dengan warga rekaan</source>
        <translation>Practice in a window of its own, with invented people</translation>
    </message>
    <message>
        <source>Latihan · PIN {pin}</source>
        <translation>Practice · PIN {pin}</translation>
    </message>
    <message>
        <source>Latihan, data rekaan</source>
        <translation>Practice, invented data</translation>
    </message>
    <message>
        <source>Layanan lain</source>
        <translation>Other services</translation>
    </message>
    <message>
        <source>Layanan lain yang diberikan dalam shift ini</source>
        <translation>Other services given in this shift</translation>
    </message>
    <message>
        <source>Layani lagi di meja ini</source>
        <translation>Serve again at this table</translation>
    </message>
    <message>
        <source>Layar saja</source>
        <translation>Screen only</translation>
    </message>
    <message>
        <source>Layar terkunci, isian tetap ada</source>
        <translation>Screen locked, answers are kept</translation>
    </message>
    <message>
        <source>Layar terkunci, jawaban dihapus dari layar. Jawab permintaan yang sama sekali lagi.</source>
        <translation>The screen was locked and the answer taken off it. Answer the same request once more.</translation>
    </message>
    <message>
        <source>Layar terkunci, kode dihapus dari layar. Buat kode baru.</source>
        <translation>The screen was locked and the code cleared from it. Make a new code.</translation>
    </message>
    <message>
        <source>Lebih akhir</source>
        <translation>Later</translation>
    </message>
    <message>
        <source>Lebih dari 180 hari</source>
        <translation>More than 180 days</translation>
    </message>
    <message>
        <source>Lebih dulu</source>
        <translation>Earlier</translation>
    </message>
    <message>
        <source>Lebih lama</source>
        <translation>Older</translation>
    </message>
    <message>
        <source>Lebih {minutes}</source>
        <translation>{minutes} too long</translation>
    </message>
    <message>
        <source>Lembar</source>
        <translation>Sheet</translation>
    </message>
    <message>
        <source>Lembar aturan</source>
        <translation>Sheet of rules</translation>
    </message>
    <message>
        <source>Lembar aturan tersimpan</source>
        <translation>Sheet of rules saved</translation>
    </message>
    <message>
        <source>Lembar belum tercetak.</source>
        <translation>The sheet was not printed.</translation>
    </message>
    <message>
        <source>Lembar dengan nama warga hanya dicetak ketua tim atau kantor. Minta ketua tim masuk.</source>
        <translation>Sheets with names of residents are printed by the team lead or the office only. Ask the team lead to sign in.</translation>
    </message>
    <message>
        <source>Lembar ini (Excel)</source>
        <translation>This sheet (Excel)</translation>
    </message>
    <message>
        <source>Lembar ini (PDF)</source>
        <translation>This sheet (PDF)</translation>
    </message>
    <message>
        <source>Lembar sisa dikirim ke printer</source>
        <translation>Sheet of who is left sent to the printer</translation>
    </message>
    <message>
        <source>Lembar sisa tersimpan</source>
        <translation>Sheet of what is left is saved</translation>
    </message>
    <message>
        <source>Lembar target</source>
        <translation>Target sheet</translation>
    </message>
    <message>
        <source>Lembar target tersimpan</source>
        <translation>Target sheet saved</translation>
    </message>
    <message>
        <source>Lembar untuk camat dan lurah kini menyebutnya.</source>
        <translation>The sheets for camat and lurah say so now.</translation>
    </message>
    <message>
        <source>Lembar {sheet} tidak ada di berkas ini.</source>
        <translation>Sheet {sheet} is not in this file.</translation>
    </message>
    <message>
        <source>Lengkap</source>
        <translation>Complete</translation>
    </message>
    <message>
        <source>Lepas</source>
        <translation>Take away</translation>
    </message>
    <message>
        <source>Lepas dari rute</source>
        <translation>Take off the route</translation>
    </message>
    <message>
        <source>Lewat</source>
        <translation>Ran out</translation>
    </message>
    <message>
        <source>Lewat RT</source>
        <translation>Through the RT</translation>
    </message>
    <message>
        <source>Lewat RT atau keluarga</source>
        <translation>Through the RT or family</translation>
    </message>
    <message>
        <source>Lewat USB</source>
        <translation>By USB</translation>
    </message>
    <message>
        <source>Lewat telepon</source>
        <translation>By telephone</translation>
    </message>
    <message>
        <source>Lihat</source>
        <translation>View</translation>
    </message>
    <message>
        <source>Lihat kartunya</source>
        <translation>Look at its cards</translation>
    </message>
    <message>
        <source>Lihat kesalahan</source>
        <translation>See the errors</translation>
    </message>
    <message>
        <source>Lihat kesalahan daftar yang baru masuk</source>
        <translation>See the errors of the list that came in last</translation>
    </message>
    <message>
        <source>Lihat nomornya</source>
        <translation>Show the number</translation>
    </message>
    <message>
        <source>Lihat nomornya, atau tutup lagi; tiap kali dilihat dicatat</source>
        <translation>Show the number, or mask it again; each look is recorded</translation>
    </message>
    <message>
        <source>Lihat orang atau perhentian yang disorot; buka yang sudah selesai</source>
        <translation>Look at the person or stop that is marked; open one that is done</translation>
    </message>
    <message>
        <source>Lihat rincian</source>
        <translation>Show details</translation>
    </message>
    <message>
        <source>Lihat salinannya</source>
        <translation>Take out the copy</translation>
    </message>
    <message>
        <source>Lihat shift itu</source>
        <translation>Show that shift</translation>
    </message>
    <message>
        <source>Lihat yang lain dengan Alt+2 sampai Alt+5.</source>
        <translation>See the others with Alt+2 to Alt+5.</translation>
    </message>
    <message>
        <source>Lihat {n} pemakaian</source>
        <translation>See uses ({n})</translation>
    </message>
    <message>
        <source>Lisensi</source>
        <translation>Licence</translation>
    </message>
    <message>
        <source>Listrik</source>
        <translation>Power</translation>
    </message>
    <message>
        <source>Listrik padam</source>
        <translation>Power went out</translation>
    </message>
    <message>
        <source>Lk</source>
        <translation>M</translation>
    </message>
    <message>
        <source>Lokal</source>
        <translation>Local</translation>
    </message>
    <message>
        <source>Lokal dan pusat berdampingan</source>
        <translation>Local and centre side by side</translation>
    </message>
    <message>
        <source>Lokal dikurangi pusat: {n} orang.</source>
        <translation>Local less centre: {n} people.</translation>
    </message>
    <message>
        <source>Lokal: rekam / wajib</source>
        <translation>Local: recorded / obligated</translation>
    </message>
    <message>
        <source>Loket kecamatan</source>
        <translation>District counter</translation>
    </message>
    <message>
        <source>Lot</source>
        <translation>Lot</translation>
    </message>
    <message>
        <source>Lot baru</source>
        <translation>New lot</translation>
    </message>
    <message>
        <source>Lot dan kiriman</source>
        <translation>Lots and deliveries</translation>
    </message>
    <message>
        <source>Lot diminta: {amount}</source>
        <translation>Lot asked for: {amount}</translation>
    </message>
    <message>
        <source>Lot ini sudah ada kelanjutannya. Batalkan sisanya lewat Lot.</source>
        <translation>Something has become of this lot already. Cancel the rest of it under Lot.</translation>
    </message>
    <message>
        <source>Lot, keluarkan, ambil sisa, rusak, musnahkan, hitung, pinjam</source>
        <translation>Lot, issue, take back, spoiled, destroy, count, loans</translation>
    </message>
    <message>
        <source>Lot, serah terima, dan hitung stok dicatat penyimpan blangko. Blangko meja ini dicatat di Hari ini.</source>
        <translation>Lots, handovers and counts are noted by the stock keeper. The blanks of this table are noted in Today.</translation>
    </message>
    <message>
        <source>Luar domisili</source>
        <translation>From elsewhere</translation>
    </message>
    <message>
        <source>Luar jam</source>
        <translation>Out of hours</translation>
    </message>
    <message>
        <source>Lupa PIN</source>
        <translation>Forgot PIN</translation>
    </message>
    <message>
        <source>Lupa frasa sandi</source>
        <translation>Passphrase forgotten</translation>
    </message>
    <message>
        <source>Malam, dari 18.00</source>
        <translation>Night, from 18:00</translation>
    </message>
    <message>
        <source>Map FieldKit bisa ditulisi.</source>
        <translation>FieldKit's folders can be written.</translation>
    </message>
    <message>
        <source>Map data di laptop ini tidak bisa ditulis.</source>
        <translation>The data folder of this laptop cannot be written.</translation>
    </message>
    <message>
        <source>Masa terbuka</source>
        <translation>Stays open</translation>
    </message>
    <message>
        <source>Masih ada bentrok, lihat di kanan.</source>
        <translation>There are clashes, see at the right.</translation>
    </message>
    <message>
        <source>Masih ada shift yang terbuka di laptop ini. Tutup dulu di Tutup shift.</source>
        <translation>A shift is still open on this laptop. Close it first in Close shift.</translation>
    </message>
    <message>
        <source>Masih ada yang belum beres. Tulis penjelasannya, atau bereskan dulu.</source>
        <translation>Something is still open. Write the explanation, or settle it first.</translation>
    </message>
    <message>
        <source>Masih berlangsung</source>
        <translation>Still going on</translation>
    </message>
    <message>
        <source>Masih di alat rekam</source>
        <translation>Still on the recording set</translation>
    </message>
    <message>
        <source>Masih dicari seperti sebelumnya</source>
        <translation>Looked for as before</translation>
    </message>
    <message>
        <source>Masih yang berakhir {end}? Tanyakan.</source>
        <translation>Still the one ending in {end}? Ask.</translation>
    </message>
    <message>
        <source>Masing-masing kembali seperti sebelum disatukan. Yang sudah dicatat tetap pada datanya.</source>
        <translation>Each is again as before they were linked. What was recorded stays with its row.</translation>
    </message>
    <message>
        <source>Masuk</source>
        <translation>Sign in</translation>
    </message>
    <message>
        <source>Masuk daftar panggil</source>
        <translation>On the call list</translation>
    </message>
    <message>
        <source>Masuk dengan akun yang biasa dipakai, atau minta kantor membetulkan izin map.</source>
        <translation>Sign in with the usual account, or ask the office to mend the permissions of the folder.</translation>
    </message>
    <message>
        <source>Masuk gudang kantor.</source>
        <translation>Now in the office store.</translation>
    </message>
    <message>
        <source>Masuk ke tempat yang disorot, sampai RT</source>
        <translation>Into the highlighted place, down to an RT</translation>
    </message>
    <message>
        <source>Masuk kotak kartu rusak</source>
        <translation>Put into the box of spoiled cards</translation>
    </message>
    <message>
        <source>Masuk laporan harian dan ikut ditandatangani. Boleh dikosongkan.</source>
        <translation>Goes into the daily report and is signed along. May stay empty.</translation>
    </message>
    <message>
        <source>Masuk laptop</source>
        <translation>Sign-in on a laptop</translation>
    </message>
    <message>
        <source>Masuk sebagai {name}</source>
        <translation>Signed in as {name}</translation>
    </message>
    <message>
        <source>Masuk sebagai {role} di laptop mana pun dengan kode ini.</source>
        <translation>Signs in as {role} on any laptop with this code.</translation>
    </message>
    <message>
        <source>Masukkan</source>
        <translation>Import</translation>
    </message>
    <message>
        <source>Masukkan ke kotak kartu rusak</source>
        <translation>Put into the box of spoiled cards</translation>
    </message>
    <message>
        <source>Masukkan {n} baris</source>
        <translation>Take {n} rows in</translation>
    </message>
    <message>
        <source>Masukkan {n} orang</source>
        <translation>Import {n} people</translation>
    </message>
    <message>
        <source>Mau SMS</source>
        <translation>Wants SMS</translation>
    </message>
    <message>
        <source>Mau SMS lagi</source>
        <translation>Wants SMS again</translation>
    </message>
    <message>
        <source>Meja</source>
        <translation>Table</translation>
    </message>
    <message>
        <source>Meja dalam shift ini</source>
        <translation>Tables in this shift</translation>
    </message>
    <message>
        <source>Meja ini belum ditutup. Tutup dulu, lalu tutup timnya.</source>
        <translation>This table is not closed yet. Close it first, then close the team.</translation>
    </message>
    <message>
        <source>Meja ini melayani {shift} lagi</source>
        <translation>This table serves {shift} again</translation>
    </message>
    <message>
        <source>Meja ini tidak melayani {shift} lagi</source>
        <translation>This table does not serve {shift} any more</translation>
    </message>
    <message>
        <source>Meja itu sudah lanjut dengan {n} keping yang ditandatangani, jadi hitungannya tetap. Kalau keliru, hitung stoknya di Blangko.</source>
        <translation>That table went on with the {n} pieces that were signed, so the count stands. If it is wrong, count the stock under Blanks.</translation>
    </message>
    <message>
        <source>Meja lain</source>
        <translation>Another table</translation>
    </message>
    <message>
        <source>Meja lain dan penutupan tim</source>
        <translation>Other tables and team closing</translation>
    </message>
    <message>
        <source>Meja lain: ambil kirimannya, tulis buktinya</source>
        <translation>Another table: take its bundle, write its receipt</translation>
    </message>
    <message>
        <source>Meja yang sama dihitung di dua penutupan tim. Keduanya disimpan. Sepakati ketua tim mana yang menutup, supaya angkanya tidak dilaporkan dua kali, lalu catat keputusannya.</source>
        <translation>The same table is counted in two team closings. Both are kept. Agree on which lead closes, so that the figures are not reported twice, then note the decision.</translation>
    </message>
    <message>
        <source>Meja {code}</source>
        <translation>Table {code}</translation>
    </message>
    <message>
        <source>Meja {name}</source>
        <translation>Table {name}</translation>
    </message>
    <message>
        <source>Memasukkan {n} orang</source>
        <translation>Importing {n} people</translation>
    </message>
    <message>
        <source>Membaca berkas. Daftar besar perlu beberapa detik.</source>
        <translation>Reading the file. A big list takes a few seconds.</translation>
    </message>
    <message>
        <source>Membuka data laptop ini</source>
        <translation>Opening this laptop's data</translation>
    </message>
    <message>
        <source>Membuka lagi laptop yang lama tanpa kabar. Tanyakan siapa yang memegangnya.</source>
        <translation>Opens a laptop again that was long out of touch. Ask who has it.</translation>
    </message>
    <message>
        <source>Membuka lagi laptop yang lama tidak terhubung</source>
        <translation>Opening a laptop again that was long out of touch</translation>
    </message>
    <message>
        <source>Memeriksa {n} dari {total} baris</source>
        <translation>Checking {n} of {total} rows</translation>
    </message>
    <message>
        <source>Memeriksa {what} … {n} dari {total}</source>
        <translation>Checking {what} … {n} of {total}</translation>
    </message>
    <message>
        <source>Menanyakan ke pusat, sesudah sinkron yang sedang jalan. Jangan tutup telepon.</source>
        <translation>Asking the centre, after the sync that is running. Stay on the line.</translation>
    </message>
    <message>
        <source>Mencocokkan dengan pusat</source>
        <translation>Comparing with the centre</translation>
    </message>
    <message>
        <source>Mendaftarkan</source>
        <translation>Registering</translation>
    </message>
    <message>
        <source>Mendesak, atau tidak lagi (ketua tim)</source>
        <translation>Urgent, or no longer (team lead)</translation>
    </message>
    <message>
        <source>Mendesak, disetujui</source>
        <translation>Urgent, approved</translation>
    </message>
    <message>
        <source>Mengaku sudah rekam</source>
        <translation>Says recorded already</translation>
    </message>
    <message>
        <source>Mengambil data dari pusat</source>
        <translation>Fetching data from the centre</translation>
    </message>
    <message>
        <source>Mengambil pembaruan dari pusat</source>
        <translation>Fetching updates from the centre</translation>
    </message>
    <message>
        <source>Menggantikan penutupan ke-{n}.</source>
        <translation>Replaces closing {n}.</translation>
    </message>
    <message>
        <source>Menggantikan shift yang ditunda.</source>
        <translation>Stands for a shift that was postponed.</translation>
    </message>
    <message>
        <source>Menghitung ulang yang masih menunggu</source>
        <translation>Counting again what still waits</translation>
    </message>
    <message>
        <source>Menghubungi pusat</source>
        <translation>Contacting the centre</translation>
    </message>
    <message>
        <source>Menghubungi pusat. Begitu tersambung, layar ini terbuka sendiri.</source>
        <translation>Reaching for the centre. Once it is reached, this screen opens by itself.</translation>
    </message>
    <message>
        <source>Menghubungi pusat. Isian tetap ada.</source>
        <translation>Contacting the centre. What you typed stays.</translation>
    </message>
    <message>
        <source>Mengirim ke pusat lewat internet</source>
        <translation>Sending to the centre over the internet</translation>
    </message>
    <message>
        <source>Meninggal</source>
        <translation>Deceased</translation>
    </message>
    <message>
        <source>Meninggal dan pindah hanya diusulkan dari lapangan, kantor yang memutuskan dengan bukti. Pilih Kantor yang memutuskan.</source>
        <translation>Deceased and moved are only proposed from the field, the office decides on proof. Choose Office decides.</translation>
    </message>
    <message>
        <source>Meninggal, disahkan</source>
        <translation>Deceased, approved</translation>
    </message>
    <message>
        <source>Menolak</source>
        <translation>Declined</translation>
    </message>
    <message>
        <source>Menuju kecamatan</source>
        <translation>On its way to the district</translation>
    </message>
    <message>
        <source>Menuju target</source>
        <translation>Towards the target</translation>
    </message>
    <message>
        <source>Menuju {place} sejak {when}, diserahkan {who}.</source>
        <translation>On its way to {place} since {when}, given by {who}.</translation>
    </message>
    <message>
        <source>Menuju {target}</source>
        <translation>Towards {target}</translation>
    </message>
    <message>
        <source>Menunggu</source>
        <translation>Waiting</translation>
    </message>
    <message>
        <source>Menunggu SMS dari pusat. Laptop ini tidak mengirim SMS.</source>
        <translation>Waiting for the centre to send the SMS. This laptop sends none.</translation>
    </message>
    <message>
        <source>Menunggu baris pertama</source>
        <translation>Waiting for the first row</translation>
    </message>
    <message>
        <source>Menunggu di pusat</source>
        <translation>Waiting at the centre</translation>
    </message>
    <message>
        <source>Menunggu dicetak</source>
        <translation>Waiting to be printed</translation>
    </message>
    <message>
        <source>Menunggu dihitung dan ditandatangani di kecamatan.</source>
        <translation>Waits to be counted and signed for at the district.</translation>
    </message>
    <message>
        <source>Menunggu dikirim</source>
        <translation>Waiting to be sent</translation>
    </message>
    <message>
        <source>Menunggu jawaban pusat</source>
        <translation>Waiting for the centre's answer</translation>
    </message>
    <message>
        <source>Menunggu kantor</source>
        <translation>Waits for the office</translation>
    </message>
    <message>
        <source>Menunggu keputusan</source>
        <translation>Waits for a decision</translation>
    </message>
    <message>
        <source>Menunggu kunjungan</source>
        <translation>Waiting for a visit</translation>
    </message>
    <message>
        <source>Menunggu lagi</source>
        <translation>Waiting again</translation>
    </message>
    <message>
        <source>Menunggu laptop</source>
        <translation>Waits for the laptop</translation>
    </message>
    <message>
        <source>Menunggu paket ini</source>
        <translation>Waiting for this packet</translation>
    </message>
    <message>
        <source>Menunggu pusat</source>
        <translation>Waits for the centre</translation>
    </message>
    <message>
        <source>Menunggu pusat. Begitu semua terkirim dan dibuktikan, laptop ini dikosongkan.</source>
        <translation>Waiting for the centre. Once everything is sent and proven, this laptop is cleared.</translation>
    </message>
    <message>
        <source>Menunggu tanda tangan</source>
        <translation>Waits for signature</translation>
    </message>
    <message>
        <source>Menunggu tanda tangan kepala dinas.</source>
        <translation>Waits for the signature of the head of the office.</translation>
    </message>
    <message>
        <source>Menunggu.</source>
        <translation>Waiting.</translation>
    </message>
    <message>
        <source>Menurut</source>
        <translation>According to</translation>
    </message>
    <message>
        <source>Menurut aturan kantor, kartu dengan alasan ini menunggu selama blangko langka. Kartunya tetap di daftar. Kalau mendesak, minta persetujuan ketua tim.</source>
        <translation>By a rule of the office cards for this reason wait while blanks are scarce. The card stays on the list. Where it is urgent, ask the team lead to approve it.</translation>
    </message>
    <message>
        <source>Menurut catatan blangko sudah habis. Catat blangko yang datang di Hari ini, atau urungkan kalau kartunya belum tercetak.</source>
        <translation>By the record there is no blank left. Write down the blanks that came on Today, or undo if the card was not printed.</translation>
    </message>
    <message>
        <source>Menurut data pusat per {day}: {status}.</source>
        <translation>By the centre's data as of {day}: {status}.</translation>
    </message>
    <message>
        <source>Menurut data pusat per {day}: {status}. Rekam lagi membuat data ganda dan kartunya tidak bisa dicetak. {what}</source>
        <translation>By the centre's data as of {day}: {status}. Recording again makes a duplicate, and the card can not be printed. {what}</translation>
    </message>
    <message>
        <source>Menurut data pusat per {day}: {status}. {what} Kalau pusat sudah menampilkan siap cetak, ketua tim menulis alasannya.</source>
        <translation>By the centre's data as of {day}: {status}. {what} If the centre already shows ready to print, the team lead writes the reason.</translation>
    </message>
    <message>
        <source>Menyiapkan paket</source>
        <translation>Preparing a packet</translation>
    </message>
    <message>
        <source>Merantau</source>
        <translation>Away</translation>
    </message>
    <message>
        <source>Mereka</source>
        <translation>They</translation>
    </message>
    <message>
        <source>Minggu</source>
        <translation>Week</translation>
    </message>
    <message>
        <source>Minggu ini</source>
        <translation>This week</translation>
    </message>
    <message>
        <source>Minggu ke-{n}</source>
        <translation>Week {n}</translation>
    </message>
    <message>
        <source>Minta data dibetulkan</source>
        <translation>Asks for a correction</translation>
    </message>
    <message>
        <source>Minta kantor mengembalikan izin map supaya hanya untuk akun ini.</source>
        <translation>Ask the office to set the folder's permissions back to this account alone.</translation>
    </message>
    <message>
        <source>Minta kepala kantor menetapkannya di halaman Kantor.</source>
        <translation>Ask the head of office to rule one on the Office page.</translation>
    </message>
    <message>
        <source>Minta ketua tim masuk di laptop ini.</source>
        <translation>Ask the team lead to sign in on this laptop.</translation>
    </message>
    <message>
        <source>Minta kode baru ke kantor, lalu ketik di sini sesudah laptop ini sinkron.</source>
        <translation>Ask the office for a new code, and type it here once this laptop has synced.</translation>
    </message>
    <message>
        <source>Minta kode ke kantor, lalu daftarkan laptop.</source>
        <translation>Ask the office for a code, then enrol the laptop.</translation>
    </message>
    <message>
        <source>Minta kunjungan</source>
        <translation>Request visit</translation>
    </message>
    <message>
        <source>Minta kunjungan, oleh {who}</source>
        <translation>Visit requested, by {who}</translation>
    </message>
    <message>
        <source>Minta lot berikutnya sekarang (1), supaya pencetakan tidak berhenti.</source>
        <translation>Ask for the next lot now (1), so that printing does not stop.</translation>
    </message>
    <message>
        <source>Minta penelepon membacakan kode di layarnya, huruf demi huruf.</source>
        <translation>Ask the caller to read out the code on their screen, letter by letter.</translation>
    </message>
    <message>
        <source>Minta salinan data</source>
        <translation>Asks for a copy of the data</translation>
    </message>
    <message>
        <source>Minta validasi</source>
        <translation>Validation requested</translation>
    </message>
    <message>
        <source>Mobil</source>
        <translation>Car</translation>
    </message>
    <message>
        <source>Modem</source>
        <translation>Modem</translation>
    </message>
    <message>
        <source>Modem dan kuotanya ada</source>
        <translation>Modem, and data left on it</translation>
    </message>
    <message>
        <source>Motor</source>
        <translation>Motorbike</translation>
    </message>
    <message>
        <source>Muat, sisa {minutes}</source>
        <translation>Fits, {minutes} to spare</translation>
    </message>
    <message>
        <source>Mulai</source>
        <translation>Start</translation>
    </message>
    <message>
        <source>Mulai sebagai laptop baru</source>
        <translation>Begin as a new laptop</translation>
    </message>
    <message>
        <source>Mulai {day}</source>
        <translation>From {day}</translation>
    </message>
    <message>
        <source>Muncul perlahan</source>
        <translation>Fade in</translation>
    </message>
    <message>
        <source>Muncul seketika</source>
        <translation>Appear at once</translation>
    </message>
    <message>
        <source>Mungkin data ganda</source>
        <translation>Possible double</translation>
    </message>
    <message>
        <source>Mungkin dicetak di meja lain atau di kantor dan belum terkirim ke sini. Serahkan hanya kalau kartunya ada di tangan, dan tulis dari mana.</source>
        <translation>It may have been printed at another table or at the office and not have arrived here yet. Hand it over only if you have it in your hand, and write where it is from.</translation>
    </message>
    <message>
        <source>Mungkin laptop ini disalin. Tidak ada yang ditimpa, semua tetap di sini; hubungi kantor untuk mencocokkan.</source>
        <translation>This laptop may have been copied. Nothing was overwritten, everything is still here; contact the office to compare.</translation>
    </message>
    <message>
        <source>Mungkin sedang terbuka di program lain. Tutup dulu, atau pilih folder lain, lalu simpan lagi.</source>
        <translation>It may be open in another program. Close it there, or choose another folder, then save again.</translation>
    </message>
    <message>
        <source>Mungkin sudah dipindah, atau masih dipakai program lain. Tutup dulu di Excel, lalu pilih lagi.</source>
        <translation>It may have been moved, or is in use by another program. Close it in Excel, then choose it again.</translation>
    </message>
    <message>
        <source>Musnahkan</source>
        <translation>Destroy</translation>
    </message>
    <message>
        <source>Musnahkan &amp; tanda tangani</source>
        <translation>Destroy &amp; sign</translation>
    </message>
    <message>
        <source>Mutasi</source>
        <translation>Movement</translation>
    </message>
    <message>
        <source>Mutasi {holder}</source>
        <translation>Movements: {holder}</translation>
    </message>
    <message>
        <source>Mutu jalur</source>
        <translation>Quality of the line</translation>
    </message>
    <message>
        <source>Mutu jalur belum diukur.</source>
        <translation>The quality of the line was not measured yet.</translation>
    </message>
    <message>
        <source>NIK</source>
        <translation>NIK</translation>
    </message>
    <message>
        <source>NIK batal ditulis</source>
        <translation>The NIK is not written any more</translation>
    </message>
    <message>
        <source>NIK belum ditulis. Ketik 16 angkanya.</source>
        <translation>The NIK is not written yet. Type its 16 digits.</translation>
    </message>
    <message>
        <source>NIK disamarkan. Siapa yang mengambilnya ikut dicatat.</source>
        <translation>NIK masked. Who takes it is noted as well.</translation>
    </message>
    <message>
        <source>NIK ini di laptop ini dipakai lebih dari satu orang. Statusnya tidak diambil; cocokkan keduanya dengan KK.</source>
        <translation>More than one person on this laptop has this NIK. The status is not taken; compare both with the KK.</translation>
    </message>
    <message>
        <source>NIK ini di laptop ini milik orang dengan nama lain. Statusnya tidak diambil; cocokkan dengan KK.</source>
        <translation>On this laptop this NIK belongs to somebody of another name. The status is not taken; compare with the KK.</translation>
    </message>
    <message>
        <source>NIK ini di laptop ini milik orang lain. Diambil sebagai orang baru; cocokkan keduanya dengan KK.</source>
        <translation>On this laptop this NIK belongs to another person. Taken as a new person; compare both with the family card.</translation>
    </message>
    <message>
        <source>NIK ini dipakai dua orang yang berbeda. Keduanya disimpan. Cocokkan dengan KK, lalu betulkan yang keliru.</source>
        <translation>Two different people have this NIK. Both are kept. Compare with the KK, then correct the wrong one.</translation>
    </message>
    <message>
        <source>NIK ini pertama terbit di daerah lain. NIK tetap berlaku; tanyakan alamatnya sekarang.</source>
        <translation>This NIK was first issued in another region. It stays valid; ask for the present address.</translation>
    </message>
    <message>
        <source>NIK ini sudah tercatat atas nama {name}. Cocokkan angkanya dengan KK, betulkan kalau salah ketik. Kalau angkanya benar, lanjutkan: orang yang sama disatukan saat sinkron, selebihnya diputuskan kantor.</source>
        <translation>This NIK is already on record for {name}. Compare the digits with the family card and mend what was mistyped. If they are right, go on: the same person is joined at the next sync, anything else is decided by the office.</translation>
    </message>
    <message>
        <source>NIK ini sudah tercatat atas nama {name}. Kalau itu orangnya, tekan Esc dan cari NIK ini di kiri, supaya tidak terekam dua kali. Kalau bukan, cocokkan angkanya dengan KK, lalu lanjutkan.</source>
        <translation>This NIK is already on record under the name {name}. If that is this person, press Esc and search for this NIK on the left, so that nobody is recorded twice. If not, compare the digits with the family card, then go on.</translation>
    </message>
    <message>
        <source>NIK ini tercatat atas nama {name}. Kalau itu orangnya, tekan Esc dan cari NIK ini di kiri: mungkin sudah direkam. Kalau bukan, cocokkan angkanya dengan KK.</source>
        <translation>This NIK is on record for {name}. If that is the person, press Esc and search for this NIK on the left: perhaps already recorded. If not, compare the digits with the family card.</translation>
    </message>
    <message>
        <source>NIK kosong. Baris ini tidak diambil.</source>
        <translation>The NIK is empty. This row is not taken.</translation>
    </message>
    <message>
        <source>NIK sama</source>
        <translation>same NIK</translation>
    </message>
    <message>
        <source>NIK sama dengan baris {line}, namanya lain. Keduanya diambil; cocokkan dengan KK.</source>
        <translation>Same NIK as row {line}, another name. Both are taken in; compare with the KK.</translation>
    </message>
    <message>
        <source>NIK tercatat atas nama lain</source>
        <translation>NIK on record under another name</translation>
    </message>
    <message>
        <source>NIK tersimpan sebagai angka, jadi angka belakangnya hilang. Baris ini tidak diambil.</source>
        <translation>The NIK is stored as a number, so its last digits are lost. This row is not taken.</translation>
    </message>
    <message>
        <source>NIK tersimpan sebagai angka, jadi angka belakangnya hilang. Baris ini tidak diambil; minta daftar dengan kolom NIK sebagai teks.</source>
        <translation>The NIK is stored as a number, so its last digits are lost. This row is not taken in; ask for a list with the NIK column as text.</translation>
    </message>
    <message>
        <source>NIK tidak 16 angka. Baris ini tidak diambil.</source>
        <translation>The NIK does not have 16 digits. This row is not taken.</translation>
    </message>
    <message>
        <source>NIK tidak 16 angka. Baris ini tidak diambil; minta NIK yang benar ke admin data.</source>
        <translation>The NIK does not have 16 digits. This row is not taken in; ask the data admin for the right NIK.</translation>
    </message>
    <message>
        <source>NIK {name} tertulis</source>
        <translation>NIK of {name} written</translation>
    </message>
    <message>
        <source>NIK {nik} · KK {kk}</source>
        <translation>NIK {nik} · KK {kk}</translation>
    </message>
    <message>
        <source>NIK-nya sudah tertulis. Muat ulang, lalu lanjutkan.</source>
        <translation>The NIK is written already. Load again, then go on.</translation>
    </message>
    <message>
        <source>Naik</source>
        <translation>Up</translation>
    </message>
    <message>
        <source>Naik satu tingkat</source>
        <translation>One level up</translation>
    </message>
    <message>
        <source>Nama</source>
        <translation>Name</translation>
    </message>
    <message>
        <source>Nama Anda tertulis sebagai pemegang kartu di kecamatan, dan selisihnya ikut tertulis.</source>
        <translation>Your name is written as the keeper of the cards at the district, and the differences are written too.</translation>
    </message>
    <message>
        <source>Nama Anda tertulis sebagai yang menyerahkan. Sesudah ini daftarnya tidak berubah lagi.</source>
        <translation>Your name is written as the one who gives. After this the list does not change any more.</translation>
    </message>
    <message>
        <source>Nama belum diisi. Tulis seperti di KK.</source>
        <translation>The name is empty. Write it as on the KK.</translation>
    </message>
    <message>
        <source>Nama berkas</source>
        <translation>Name of the file</translation>
    </message>
    <message>
        <source>Nama berkas masih kosong.</source>
        <translation>The name of the file is still empty.</translation>
    </message>
    <message>
        <source>Nama daftar</source>
        <translation>List name</translation>
    </message>
    <message>
        <source>Nama daftar masih kosong.</source>
        <translation>The list name is empty.</translation>
    </message>
    <message>
        <source>Nama dan alamat</source>
        <translation>Name and address</translation>
    </message>
    <message>
        <source>Nama dan alamat kantor</source>
        <translation>Name and address of the office</translation>
    </message>
    <message>
        <source>Nama dan data pribadinya dihapus atas perintah kantor. Yang sudah dilayani tetap terhitung, dan tidak ada lagi yang dicatat di sini.</source>
        <translation>Name and personal data were erased by order of the office. What was done for this person still counts, and nothing more is written here.</translation>
    </message>
    <message>
        <source>Nama di dokumen dan resi</source>
        <translation>Name on documents and receipts</translation>
    </message>
    <message>
        <source>Nama di pesan singkat</source>
        <translation>Name in messages</translation>
    </message>
    <message>
        <source>Nama hari</source>
        <translation>Name of the day</translation>
    </message>
    <message>
        <source>Nama kosong. Baris ini tidak diambil.</source>
        <translation>The name is empty. This row is not taken in.</translation>
    </message>
    <message>
        <source>Nama lain yang hadir</source>
        <translation>Others present</translation>
    </message>
    <message>
        <source>Nama lain, ujung NIK, atau nomor KK. Keduanya tetap tersimpan, dan bisa dipisahkan lagi.</source>
        <translation>Another name, the end of the NIK, or the number of the family card. Both stay saved, and can be parted again.</translation>
    </message>
    <message>
        <source>Nama laptop</source>
        <translation>Laptop name</translation>
    </message>
    <message>
        <source>Nama laptop belum diisi.</source>
        <translation>The laptop has no name yet.</translation>
    </message>
    <message>
        <source>Nama masuk</source>
        <translation>Sign-in name</translation>
    </message>
    <message>
        <source>Nama masuk atau kata sandi tidak cocok. Periksa lagi, atau minta kode baru ke admin.</source>
        <translation>Sign-in name or passphrase does not match. Check again, or ask the admin for a new code.</translation>
    </message>
    <message>
        <source>Nama masuk atau kode tidak cocok, atau kodenya sudah lewat. Minta kode baru ke admin.</source>
        <translation>Sign-in name or code does not match, or the code has expired. Ask the admin for a new code.</translation>
    </message>
    <message>
        <source>Nama penerima</source>
        <translation>Name of the receiver</translation>
    </message>
    <message>
        <source>Nama petugas belum diisi.</source>
        <translation>The name is missing.</translation>
    </message>
    <message>
        <source>Nama petugas dan jadwal datang dari pusat, jadi sebelum terdaftar belum ada yang bisa masuk. Kantor memberi alamat dan kode. Perlu jaringan sekali ini saja.</source>
        <translation>Officers' names and schedules come from the centre, so nobody can sign in before it is registered. The office gives the address and code. A network is needed just this once.</translation>
    </message>
    <message>
        <source>Nama petugas sedang dibaca</source>
        <translation>Names are being read</translation>
    </message>
    <message>
        <source>Nama petugas, jadwal, dan daftar sasaran. Begitu nama petugas ada, Anda bisa masuk; sisanya menyusul.</source>
        <translation>Officers' names, schedules, and target lists. You can sign in once the names are here; the rest follows.</translation>
    </message>
    <message>
        <source>Nama sama dengan baris {line}. Keduanya diambil; mungkin orang yang sama.</source>
        <translation>Same name as row {line}. Both are taken in; perhaps the same person.</translation>
    </message>
    <message>
        <source>Nama shift</source>
        <translation>Shift name</translation>
    </message>
    <message>
        <source>Nama shift belum diisi, misalnya Shift sore.</source>
        <translation>The shift name is empty, such as Shift sore.</translation>
    </message>
    <message>
        <source>Nama tempat</source>
        <translation>Name of the place</translation>
    </message>
    <message>
        <source>Nama tim</source>
        <translation>Name of the team</translation>
    </message>
    <message>
        <source>Nama yang bisa dihubungi</source>
        <translation>Name of a contact</translation>
    </message>
    <message>
        <source>Nama, tanggal lahir, dan kelurahan ini di laptop ini sudah ada dengan NIK lain. Diambil sebagai orang baru; mungkin orang yang sama.</source>
        <translation>Name, birth date and village are on this laptop already, with another NIK. Taken as a new person; perhaps the same one.</translation>
    </message>
    <message>
        <source>Nama, tanggal lahir, dan kelurahan sama dengan baris {line}, NIK-nya lain. Keduanya diambil; mungkin orang yang sama.</source>
        <translation>Name, birth date and village as in row {line}, with another NIK. Both are taken; perhaps the same person.</translation>
    </message>
    <message>
        <source>Nama, ujung NIK, atau nomor KK. Boleh salah eja, boleh ditambah RT 3 RW 5.</source>
        <translation>Name, end of the NIK, or KK number. Misspelt is fine, RT 3 RW 5 may be added.</translation>
    </message>
    <message>
        <source>Nama, ujung NIK, atau nomor KK. Boleh salah eja.</source>
        <translation>Name, end of NIK, KK number. Typos are fine.</translation>
    </message>
    <message>
        <source>Namanya belum ditulis. Siapa yang datang?</source>
        <translation>The name is not written yet. Who came?</translation>
    </message>
    <message>
        <source>Namanya lain dari templat bawaan, jadi isinya tidak pernah tampak.</source>
        <translation>Their names differ from those of the built-in templates, so they never show.</translation>
    </message>
    <message>
        <source>Nanti</source>
        <translation>Later</translation>
    </message>
    <message>
        <source>Nasional</source>
        <translation>National</translation>
    </message>
    <message>
        <source>No</source>
        <translation>No.</translation>
    </message>
    <message>
        <source>No.</source>
        <translation>No.</translation>
    </message>
    <message>
        <source>Nomor HP</source>
        <translation>Phone number</translation>
    </message>
    <message>
        <source>Nomor HP belum dijawab. Tanpa nomor, kabar KTP jadi tidak sampai. Tanyakan lagi, atau pilih Tidak punya HP dan tulis siapa yang bisa dihubungi.</source>
        <translation>The phone number is not answered yet. Without it, word that the KTP is ready will not arrive. Ask again, or choose No phone and write who can be reached.</translation>
    </message>
    <message>
        <source>Nomor HP belum ditanyakan</source>
        <translation>Phone number not asked yet</translation>
    </message>
    <message>
        <source>Nomor HP ini {n} angka dan tidak lazim, biasanya 10–13 angka diawali 08. Bacakan ulang; kalau memang begitu, lanjutkan saja.</source>
        <translation>This phone number has {n} digits, which is unusual: most have 10–13 and start with 08. Read it back; if it is right, just go on.</translation>
    </message>
    <message>
        <source>Nomor KK</source>
        <translation>KK number</translation>
    </message>
    <message>
        <source>Nomor KK tidak terbaca, jadi tidak diambil. Tanyakan KK-nya di meja.</source>
        <translation>The KK number cannot be read, so it is not taken in. Ask for the KK at the table.</translation>
    </message>
    <message>
        <source>Nomor antrean</source>
        <translation>Queue number</translation>
    </message>
    <message>
        <source>Nomor berita acara</source>
        <translation>Number of the record</translation>
    </message>
    <message>
        <source>Nomor berita acara belum ditulis.</source>
        <translation>The number of the handover record is not written yet.</translation>
    </message>
    <message>
        <source>Nomor catatan ini di pusat sudah dipakai catatan lain. Keduanya disimpan, kantor memeriksa.</source>
        <translation>Another entry at the centre already has this number. Both are kept, the office checks.</translation>
    </message>
    <message>
        <source>Nomor di resi, 10 huruf dan angka</source>
        <translation>Number on the receipt, 10 letters and digits</translation>
    </message>
    <message>
        <source>Nomor ini memang tidak dikirimi SMS.</source>
        <translation>This number gets no messages anyway.</translation>
    </message>
    <message>
        <source>Nomor ini minta berhenti menerima SMS.</source>
        <translation>This number asked for SMS to stop.</translation>
    </message>
    <message>
        <source>Nomor ini sudah dipakai lebih dari {n} orang. Tanyakan nomor sendiri atau keluarga; kalau memang itu satu-satunya, lanjutkan saja.</source>
        <translation>This number already stands for more than {n} people. Ask for an own or a family number; if it really is the only one, just go on.</translation>
    </message>
    <message>
        <source>Nomor ini sudah dipakai. Tulis nomor yang lain.</source>
        <translation>This number is taken. Write another one.</translation>
    </message>
    <message>
        <source>Nomor ini telepon rumah, tidak bisa SMS.</source>
        <translation>This number is a landline and takes no SMS.</translation>
    </message>
    <message>
        <source>Nomor ini tidak berhenti menerima SMS.</source>
        <translation>This number did not ask for messages to stop.</translation>
    </message>
    <message>
        <source>Nomor penerimaan</source>
        <translation>Number of the receipt</translation>
    </message>
    <message>
        <source>Nomor surat</source>
        <translation>Letter no.</translation>
    </message>
    <message>
        <source>Nomor surat belum ditulis. Tanpa nomor, kantor tidak bisa mencocokkan.</source>
        <translation>The number of the paper is not written yet. Without it the office can not check.</translation>
    </message>
    <message>
        <source>Nomor surat tugas</source>
        <translation>Assignment letter no.</translation>
    </message>
    <message>
        <source>Nomor untuk bertanya</source>
        <translation>Number to ask at</translation>
    </message>
    <message>
        <source>ODGJ</source>
        <translation>Mental illness</translation>
    </message>
    <message>
        <source>Offline</source>
        <translation>Offline</translation>
    </message>
    <message>
        <source>Offline sejak {time}</source>
        <translation>Offline since {time}</translation>
    </message>
    <message>
        <source>Online sejak {time}</source>
        <translation>Online since {time}</translation>
    </message>
    <message>
        <source>Operator</source>
        <translation>Operator</translation>
    </message>
    <message>
        <source>Operator perekaman</source>
        <translation>Recording operator</translation>
    </message>
    <message>
        <source>Orang</source>
        <translation>People</translation>
    </message>
    <message>
        <source>Orang asing</source>
        <translation>Foreigner</translation>
    </message>
    <message>
        <source>Orang dan status yang sama sudah ada di baris lain. Diambil sekali.</source>
        <translation>The same person and status stand in another row. Taken once.</translation>
    </message>
    <message>
        <source>Orang dipulangkan</source>
        <translation>People sent home</translation>
    </message>
    <message>
        <source>Orang ini belum terekam dan belum ada langkah berikutnya. Pilih apa yang dilakukan sesudah ini.</source>
        <translation>This person is not recorded yet and has no next step. Choose what is done after this.</translation>
    </message>
    <message>
        <source>Orang ini dicatat terekam dua kali. Keduanya disimpan. Periksa di alat rekam, lalu ketua tim memutuskan.</source>
        <translation>This person was noted as recorded twice. Both notes are kept. Check on the capture set; the team lead then decides.</translation>
    </message>
    <message>
        <source>Orang ini punya dua status pada tanggal yang sama di berkas ini. Yang berlaku baris yang terakhir.</source>
        <translation>This person has two statuses on the same date in this file. The last row holds.</translation>
    </message>
    <message>
        <source>Orang ini sudah tercatat hadir.</source>
        <translation>This person is noted as present already.</translation>
    </message>
    <message>
        <source>Orang ini sudah tercatat pulang.</source>
        <translation>This person is noted as gone already.</translation>
    </message>
    <message>
        <source>Orang ini sudah terekam, jadi tidak ada kunjungan lagi. Pilih Selesai sebagai langkah berikutnya.</source>
        <translation>This person is already recorded, so there is no further visit. Choose Done as the next step.</translation>
    </message>
    <message>
        <source>Orang ini sudah terekam, jadi tidak ada yang perlu diusulkan.</source>
        <translation>This person is recorded already, so there is nothing to propose.</translation>
    </message>
    <message>
        <source>Orang ini tidak ada di laptop ini.</source>
        <translation>This person is not on this laptop.</translation>
    </message>
    <message>
        <source>Orang ini tidak menunggu kunjungan lagi. Muat ulang daftarnya.</source>
        <translation>This person does not wait for a visit any more. Open the list again.</translation>
    </message>
    <message>
        <source>Orang ini tidak tercatat hadir di shift ini.</source>
        <translation>This person is not noted as present in this shift.</translation>
    </message>
    <message>
        <source>Orang lagi</source>
        <translation>People to go</translation>
    </message>
    <message>
        <source>Orang lain dengan surat</source>
        <translation>Somebody else with a letter</translation>
    </message>
    <message>
        <source>Orang yang sama sudah ada di baris sebelumnya.</source>
        <translation>The same person stands in an earlier line.</translation>
    </message>
    <message>
        <source>Orang yang sama sudah ada di baris {line}. Yang diambil baris {line} saja.</source>
        <translation>The same person is already in row {line}. Only row {line} is taken in.</translation>
    </message>
    <message>
        <source>Orang-orangnya ada di Daftar sasaran, F4.</source>
        <translation>Its people are on Target list, F4.</translation>
    </message>
    <message>
        <source>Orangnya kembali ke daftar yang harus dicari. Usulan dan buktinya tetap tersimpan.</source>
        <translation>The person is back on the list of those to be looked for. Proposal and evidence stay stored.</translation>
    </message>
    <message>
        <source>Orangnya, atau kuasanya</source>
        <translation>The person, or whoever acts for them</translation>
    </message>
    <message>
        <source>PDF dan Excel</source>
        <translation>PDF and Excel</translation>
    </message>
    <message>
        <source>PDF saja</source>
        <translation>PDF only</translation>
    </message>
    <message>
        <source>PIN</source>
        <translation>PIN</translation>
    </message>
    <message>
        <source>PIN baru</source>
        <translation>New PIN</translation>
    </message>
    <message>
        <source>PIN baru belum diketik.</source>
        <translation>The new PIN is not typed yet.</translation>
    </message>
    <message>
        <source>PIN baru berlaku. Ketik untuk masuk.</source>
        <translation>The new PIN is in force. Type it to sign in.</translation>
    </message>
    <message>
        <source>PIN baru hanya dengan kode dari kantor. Ketua tim bisa menghapus jeda dengan PIN-nya sendiri, tanpa PIN baru. Dicatat siapa yang mengizinkan.</source>
        <translation>A new PIN takes a code of the office. A team lead can end the wait with their own PIN, without a new one. Who allowed it is recorded.</translation>
    </message>
    <message>
        <source>PIN baru sekali lagi</source>
        <translation>New PIN once more</translation>
    </message>
    <message>
        <source>PIN baru untuk {name}</source>
        <translation>A new PIN for {name}</translation>
    </message>
    <message>
        <source>PIN baru untuk {name}. Kenali dulu suaranya, atau telepon balik.</source>
        <translation>A new PIN for {name}. Know the voice first, or call back.</translation>
    </message>
    <message>
        <source>PIN belum dibuat di laptop ini. Pakai kode awal dari kantor.</source>
        <translation>No PIN is set on this laptop yet. Use the first code from the office.</translation>
    </message>
    <message>
        <source>PIN belum diketik.</source>
        <translation>The PIN is not typed yet.</translation>
    </message>
    <message>
        <source>PIN ini hanya diganti dengan kode dari kantor.</source>
        <translation>This PIN is only replaced with a code of the office.</translation>
    </message>
    <message>
        <source>PIN ini mudah ditebak. Pilih angka yang tidak sama dan tidak berurutan.</source>
        <translation>This PIN is easy to guess. Choose digits that are not all the same and not in a row.</translation>
    </message>
    <message>
        <source>PIN ini tidak membuka kunci tanda tangan yang terdaftar atas nama ini, jadi tidak bisa masuk. Mungkin PIN-nya diganti di luar FieldKit. Minta kode PIN baru ke kantor, dan laporkan.</source>
        <translation>This PIN does not open the signing key that is registered under this name, so it does not let you in. The PIN may have been changed outside FieldKit. Ask the office for a new PIN code, and report it.</translation>
    </message>
    <message>
        <source>PIN ketua tim</source>
        <translation>PIN of the team lead</translation>
    </message>
    <message>
        <source>PIN ketua tim belum diketik.</source>
        <translation>The PIN of the team lead is not typed yet.</translation>
    </message>
    <message>
        <source>PIN lupa, atau harus menunggu</source>
        <translation>PIN forgotten, or told to wait</translation>
    </message>
    <message>
        <source>PIN salah {n} kali. Coba lagi {s} detik lagi.</source>
        <translation>PIN wrong, tries so far: {n}. Try again in {s} s.</translation>
    </message>
    <message>
        <source>PIN sekali lagi</source>
        <translation>PIN once more</translation>
    </message>
    <message>
        <source>PIN terdiri dari {n} angka.</source>
        <translation>A PIN has {n} digits.</translation>
    </message>
    <message>
        <source>PIN terlalu sering salah. Coba lagi {s} detik lagi.</source>
        <translation>Wrong PIN too many times. Try again in {s} s.</translation>
    </message>
    <message>
        <source>PIN tidak cocok, jadi belum ditandatangani. Ketik lagi.</source>
        <translation>The PIN does not match, so nothing is signed yet. Type it again.</translation>
    </message>
    <message>
        <source>PIN tidak cocok. Tidak ada yang berubah; coba lagi.</source>
        <translation>The PIN does not match. Nothing has changed; try again.</translation>
    </message>
    <message>
        <source>PIN {name}</source>
        <translation>PIN of {name}</translation>
    </message>
    <message>
        <source>PIN {name} diganti</source>
        <translation>PIN of {name} was replaced</translation>
    </message>
    <message>
        <source>PIN {name}: </source>
        <translation>PIN of {name}: </translation>
    </message>
    <message>
        <source>PIN: {said}</source>
        <translation>PIN: {said}</translation>
    </message>
    <message>
        <source>PLN</source>
        <translation>Mains</translation>
    </message>
    <message>
        <source>PLN sering padam</source>
        <translation>Mains, often off</translation>
    </message>
    <message>
        <source>Pada warga: catat kunjungan, minta kunjungan</source>
        <translation>On a resident: log visit, request visit</translation>
    </message>
    <message>
        <source>Pada warga: daftarkan; di isian: simpan</source>
        <translation>On a resident: register; in a field: save</translation>
    </message>
    <message>
        <source>Pada warga: satukan dengan data lain, pisahkan lagi</source>
        <translation>At a person: link with another row, part again</translation>
    </message>
    <message>
        <source>Pada warga: usulkan meninggal, pindah, merantau, ganda</source>
        <translation>On a person: propose deceased, moved, away, double</translation>
    </message>
    <message>
        <source>Pagi, sampai 12.00</source>
        <translation>Morning, until 12:00</translation>
    </message>
    <message>
        <source>Pak</source>
        <translation>Sir</translation>
    </message>
    <message>
        <source>Pakai akun</source>
        <translation>Use the account</translation>
    </message>
    <message>
        <source>Pakai data HP: kiriman lanjut sendiri</source>
        <translation>Use mobile data: sending goes on by itself</translation>
    </message>
    <message>
        <source>Pakai frasa</source>
        <translation>Use a passphrase</translation>
    </message>
    <message>
        <source>Pakai frasa sandi</source>
        <translation>Use passphrase</translation>
    </message>
    <message>
        <source>Pakai yang diusulkan</source>
        <translation>Take the proposed one</translation>
    </message>
    <message>
        <source>Paket diperkecil jadi {size} karena jalur sering putus</source>
        <translation>Packet cut to {size} because the line breaks off often</translation>
    </message>
    <message>
        <source>Paket {n} dari ± {all}.</source>
        <translation>Packet {n} of ± {all}.</translation>
    </message>
    <message>
        <source>Panah lalu Enter, angka di depan nama, atau huruf pertamanya.</source>
        <translation>Arrows then Enter, the digit before the name, or its first letter.</translation>
    </message>
    <message>
        <source>Panah, Enter</source>
        <translation>Arrows, Enter</translation>
    </message>
    <message>
        <source>Panduan</source>
        <translation>Guide</translation>
    </message>
    <message>
        <source>Panduan dan latihan</source>
        <translation>Guide and practice</translation>
    </message>
    <message>
        <source>Panggil</source>
        <translation>Call</translation>
    </message>
    <message>
        <source>Panggil kembali</source>
        <translation>Call back</translation>
    </message>
    <message>
        <source>Pasang</source>
        <translation>Put in place</translation>
    </message>
    <message>
        <source>Pasang paket klien PostgreSQL, sama barunya dengan servernya atau lebih baru.</source>
        <translation>Install the client package of PostgreSQL, as new as the server or newer.</translation>
    </message>
    <message>
        <source>Pasang ulang FieldKit; zona waktu ikut di dalamnya.</source>
        <translation>Install FieldKit again; time zones come with it.</translation>
    </message>
    <message>
        <source>Paspor atau dokumen perjalanan dilihat</source>
        <translation>Passport or travel document seen</translation>
    </message>
    <message>
        <source>Pekerjaan belum terganggu. Hapus berkas lain, atau pindahkan cadangan lama ke USB, sebelum disk penuh.</source>
        <translation>Work is not disturbed yet. Delete other files, or move old backups to a USB stick, before the disk is full.</translation>
    </message>
    <message>
        <source>Pekerjaan dari data pusat</source>
        <translation>Work from the centre's data</translation>
    </message>
    <message>
        <source>Pekerjaan dari laptop ini ke pusat</source>
        <translation>Work from this laptop to the centre</translation>
    </message>
    <message>
        <source>Pekerjaan di sini tidak bisa dikirim.</source>
        <translation>Work done here can not be sent.</translation>
    </message>
    <message>
        <source>Pekerjaan jalan terus dan aman di laptop ini. Dikirim sendiri saat tersambung.</source>
        <translation>Work goes on and is safe on this laptop. It is sent by itself once connected.</translation>
    </message>
    <message>
        <source>Pekerjaan jalan terus dan aman di laptop ini. Pakai jaringan lain, misalnya data HP.</source>
        <translation>Work goes on and is safe on this laptop. Use another network, such as mobile data.</translation>
    </message>
    <message>
        <source>Pekerjaan jalan terus, {n} perubahan menunggu. Dikirim sendiri saat tersambung.</source>
        <translation>Work goes on, changes waiting: {n}. Sent by itself once connected.</translation>
    </message>
    <message>
        <source>Pekerjaan tersimpan di laptop ini saja. Minta kode pendaftaran ke kantor, lalu buka FieldKit lagi.</source>
        <translation>The work is saved on this laptop only. Ask the office for a registration code, then open FieldKit again.</translation>
    </message>
    <message>
        <source>Pekerjaan tetap aman dan tetap bisa dikirim. Pasang versi baru untuk mengambil pembaruan.</source>
        <translation>The work is safe and can still be sent. Install the new version to fetch updates.</translation>
    </message>
    <message>
        <source>Pekerjaan tetap aman di sini. Sambungkan sekali ke pusat, lalu buat kirimannya lagi.</source>
        <translation>The work stays safe here. Connect to the centre once, then make the bundle again.</translation>
    </message>
    <message>
        <source>Pekerjaan tetap dikirim dan diterima. Data dari pusat menyusul, dicoba lagi sendiri.</source>
        <translation>Work is still sent and received. Data from the centre follows; it is tried again by itself.</translation>
    </message>
    <message>
        <source>Pekerjaan yang tersimpan tidak hilang: pusat dulu membuktikan bahwa semuanya sudah diterima.</source>
        <translation>Saved work is not lost: the centre first proves that it received everything.</translation>
    </message>
    <message>
        <source>Pekerjaannya masih diterima, data tidak lagi dikirim ke sana, dan laptop itu menghapus isinya sendiri. Tidak bisa dibatalkan.</source>
        <translation>Its work is still taken in, no data go there any more, and that laptop wipes itself. This can not be undone.</translation>
    </message>
    <message>
        <source>Pelatihan cetak</source>
        <translation>Print training</translation>
    </message>
    <message>
        <source>Pelatihan cetak petugas ini belum tercatat atau sudah lewat. Minta petugas cetak lain, atau hubungi kantor.</source>
        <translation>No valid print training is on record for this officer. Ask another print operator, or call the office.</translation>
    </message>
    <message>
        <source>Pemakaian</source>
        <translation>Use</translation>
    </message>
    <message>
        <source>Pemakaian blangko</source>
        <translation>Blanks used</translation>
    </message>
    <message>
        <source>Pemakaian ini milik sebuah kartu. Urungkan kartunya di halaman Kartu.</source>
        <translation>This use belongs to a card. Undo the card on page Cards.</translation>
    </message>
    <message>
        <source>Pemasok</source>
        <translation>Supplier</translation>
    </message>
    <message>
        <source>Pembaca</source>
        <translation>Reader</translation>
    </message>
    <message>
        <source>Pembaruan tidak diambil sampai dilanjutkan.</source>
        <translation>No updates are fetched until you go on.</translation>
    </message>
    <message>
        <source>Pemberi dan penerima sama, jadi tidak ada yang berpindah. Pilih penerima yang lain.</source>
        <translation>Giver and receiver are the same, so nothing changes hands. Choose another receiver.</translation>
    </message>
    <message>
        <source>Pemberitahuan tertulis kepada warga dan lembaga paling lambat {due}, {left}.</source>
        <translation>Written notice to residents and the agency by {due} at the latest, {left}.</translation>
    </message>
    <message>
        <source>Pembersihan daftar per kecamatan</source>
        <translation>List cleaning by district</translation>
    </message>
    <message>
        <source>Pembukaan shift</source>
        <translation>Shift openings</translation>
    </message>
    <message>
        <source>Pembukaan shift dibatalkan</source>
        <translation>Opening of a shift withdrawn</translation>
    </message>
    <message>
        <source>Pemegang</source>
        <translation>Holders</translation>
    </message>
    <message>
        <source>Pemegang stok</source>
        <translation>Holders of stock</translation>
    </message>
    <message>
        <source>Pemegangnya belum ditulis. Tulis siapa yang memegang kartunya.</source>
        <translation>Who keeps it is missing. Write who keeps the card.</translation>
    </message>
    <message>
        <source>Pemeriksaan</source>
        <translation>Check</translation>
    </message>
    <message>
        <source>Pemeriksaan kembali seperti sebelumnya</source>
        <translation>The check is as it was before</translation>
    </message>
    <message>
        <source>Pemeriksaan laptop</source>
        <translation>Laptop check</translation>
    </message>
    <message>
        <source>Pemeriksaan tercatat</source>
        <translation>Check noted</translation>
    </message>
    <message>
        <source>Pemilih pemula</source>
        <translation>First-time voters</translation>
    </message>
    <message>
        <source>Pemilih pemula {day}</source>
        <translation>First vote {day}</translation>
    </message>
    <message>
        <source>Pemilik kartu</source>
        <translation>Owner of the card</translation>
    </message>
    <message>
        <source>Pemilik meninggal</source>
        <translation>Owner deceased</translation>
    </message>
    <message>
        <source>Pemilik meninggal. Kartu di {place}, dipegang {who}.</source>
        <translation>The owner is deceased. The card is at {place}, kept by {who}.</translation>
    </message>
    <message>
        <source>Pemilik pindah</source>
        <translation>Owner moved</translation>
    </message>
    <message>
        <source>Pemilik pindah. Kartu di {place}, dipegang {who}.</source>
        <translation>The owner moved. The card is at {place}, kept by {who}.</translation>
    </message>
    <message>
        <source>Pemiliknya mengambil di sana dengan identitas. Cetak penerimaannya dengan Ctrl+P.</source>
        <translation>The owners fetch them there, showing who they are. Print the receipt with Ctrl+P.</translation>
    </message>
    <message>
        <source>Peminjaman dari luar</source>
        <translation>Borrowing</translation>
    </message>
    <message>
        <source>Peminjaman ke luar</source>
        <translation>Lending</translation>
    </message>
    <message>
        <source>Pemungutan suara</source>
        <translation>Day of the vote</translation>
    </message>
    <message>
        <source>Pemusnahan</source>
        <translation>Destruction</translation>
    </message>
    <message>
        <source>Pencatatan jalan terus, {n} perubahan menunggu kirim</source>
        <translation>Logging goes on, changes waiting to be sent: {n}</translation>
    </message>
    <message>
        <source>Pencocokan terjadi saat pertama kali tersambung ke pusat.</source>
        <translation>It is compared at the first contact with the centre.</translation>
    </message>
    <message>
        <source>Pendaftaran</source>
        <translation>Registration</translation>
    </message>
    <message>
        <source>Pendaftaran aman. Periksa kertas dan kabel printer lalu cetak lagi, atau salin kodenya dari layar.</source>
        <translation>The registration is safe. Check the printer's paper and cable and print again, or copy the code from the screen.</translation>
    </message>
    <message>
        <source>Pendaftaran aman. Pilih printer atau ukuran lain di pengaturan resi, atau salin kodenya dari layar.</source>
        <translation>The registration is safe. Choose another printer or size in the receipt settings, or copy the code from the screen.</translation>
    </message>
    <message>
        <source>Pendaftaran dan hasil rekam</source>
        <translation>Registrations and outcomes</translation>
    </message>
    <message>
        <source>Pendaftaran dimulai setelah ketua tim membuka shift di Hari ini. Mencari nama sudah bisa.</source>
        <translation>Registration starts once the team lead opens a shift in Today. Names can be searched now.</translation>
    </message>
    <message>
        <source>Pendaftaran laptop hanya untuk laptop kosong. Minta kantor memindahkan pekerjaannya dulu.</source>
        <translation>Only an empty laptop can be registered. Ask the office to move its work first.</translation>
    </message>
    <message>
        <source>Penerima belum ditulis. Tulis nama orang yang menerima kartunya.</source>
        <translation>The receiver is missing. Write the name of whoever receives the card.</translation>
    </message>
    <message>
        <source>Penerima di kecamatan</source>
        <translation>Receiver at the district</translation>
    </message>
    <message>
        <source>Penerimaan</source>
        <translation>Receipt</translation>
    </message>
    <message>
        <source>Penerimaan di kecamatan</source>
        <translation>Receipt at the district</translation>
    </message>
    <message>
        <source>Pengambilan oleh wakil</source>
        <translation>Pick-up by somebody else</translation>
    </message>
    <message>
        <source>Pengembalian pinjaman</source>
        <translation>Giving back a loan</translation>
    </message>
    <message>
        <source>Pengembalian sisa</source>
        <translation>Taking back the rest</translation>
    </message>
    <message>
        <source>Pengganti</source>
        <translation>Replacement</translation>
    </message>
    <message>
        <source>Pengguna</source>
        <translation>Users</translation>
    </message>
    <message>
        <source>Pengguna baru</source>
        <translation>New user</translation>
    </message>
    <message>
        <source>Pengguna dan perannya</source>
        <translation>Users and their roles</translation>
    </message>
    <message>
        <source>Pengguna dan perannya, diatur admin</source>
        <translation>Users and their roles, managed by an admin</translation>
    </message>
    <message>
        <source>Pengguna ini belum dikenal. Sinkronkan dulu, lalu coba lagi.</source>
        <translation>This user is not known yet. Sync first, then try again.</translation>
    </message>
    <message>
        <source>Pengguna itu tidak punya kata sandi untuk halaman ini. Lihat: web list</source>
        <translation>That user has no passphrase for this page. See: web list</translation>
    </message>
    <message>
        <source>Pengumuman di kelurahan untuk yang tanpa nomor</source>
        <translation>A posting in the village, for who has no number</translation>
    </message>
    <message>
        <source>Penjelasan</source>
        <translation>Explanation</translation>
    </message>
    <message>
        <source>Penutupan ini belum dilaporkan. Buka lagi, lalu tutup lagi.</source>
        <translation>This closing is not reported yet. Reopen it, then close it again.</translation>
    </message>
    <message>
        <source>Penutupan ini ditulis oleh FieldKit yang lebih baru.</source>
        <translation>This closing was written by a newer FieldKit.</translation>
    </message>
    <message>
        <source>Penutupan ini sudah dicatat dilaporkan.</source>
        <translation>This closing is already noted as reported.</translation>
    </message>
    <message>
        <source>Penutupan ini sudah dilaporkan, jadi tidak dibuka lagi. Angkanya tetap; tambahkan koreksi.</source>
        <translation>This closing was reported, so it is not reopened. Its figures stay; add a correction.</translation>
    </message>
    <message>
        <source>Penutupan ini tidak berubah lagi. Yang salah diberi koreksi.</source>
        <translation>This closing does not change any more. What is wrong gets a correction.</translation>
    </message>
    <message>
        <source>Penutupan ke-{n}</source>
        <translation>Closing {n}</translation>
    </message>
    <message>
        <source>Penutupan ke-{n} · {signed}</source>
        <translation>Closing {n} · {signed}</translation>
    </message>
    <message>
        <source>Penutupan shift ini</source>
        <translation>Closings of this shift</translation>
    </message>
    <message>
        <source>Penutupan tim ke-{n} belum lengkap</source>
        <translation>Team closing {n} is not complete yet</translation>
    </message>
    <message>
        <source>Penutupan tim memuat sidik tiap meja. Kalau ada meja yang menutup belakangan, tim ditutup sekali lagi.</source>
        <translation>The team closing holds the print of each table. If a table closes later, the team is closed once more.</translation>
    </message>
    <message>
        <source>Penutupan yang dilaporkan tidak dibuka lagi. Koreksi berdiri di sampingnya, di halaman ini dan di dokumen.</source>
        <translation>A closing that was reported is not reopened. Corrections stand beside it, on this page and in the documents.</translation>
    </message>
    <message>
        <source>Penutupan yang lama tetap tersimpan dan bisa dicetak. Yang baru menyebut yang digantikannya.</source>
        <translation>The old closing stays stored and can be printed. The new one names what it replaces.</translation>
    </message>
    <message>
        <source>Penutupan yang lama tetap tersimpan, tapi tidak berlaku lagi sampai shift ini ditutup kembali.</source>
        <translation>The old closing stays stored, but no longer holds until this shift is closed again.</translation>
    </message>
    <message>
        <source>Penutupan {tables} datang sesudah tim ditutup. Tanda tangani lagi supaya terhitung.</source>
        <translation>The closing of {tables} came after the team was closed. Sign again so that it counts.</translation>
    </message>
    <message>
        <source>Penyimpan blangko</source>
        <translation>Stock keeper</translation>
    </message>
    <message>
        <source>Penyimpanan laptop penuh, yang ini belum tersimpan.</source>
        <translation>The laptop's storage is full, this is not saved yet.</translation>
    </message>
    <message>
        <source>Penyimpanan laptop penuh.</source>
        <translation>The disk of this laptop is full.</translation>
    </message>
    <message>
        <source>Penyimpanan laptop tidak menjawab.</source>
        <translation>The disk of this laptop does not answer.</translation>
    </message>
    <message>
        <source>Per alat dan hari</source>
        <translation>By set and day</translation>
    </message>
    <message>
        <source>Per kecamatan</source>
        <translation>By district</translation>
    </message>
    <message>
        <source>Per kecamatan atau per kelurahan</source>
        <translation>By district or by village</translation>
    </message>
    <message>
        <source>Per kecamatan, kiriman, belum dikabari</source>
        <translation>By district, batches, not told yet</translation>
    </message>
    <message>
        <source>Per kelurahan</source>
        <translation>Per kelurahan</translation>
    </message>
    <message>
        <source>Per wilayah, jenis kelamin, keperluan, dan lokasi; pembersihan daftar terpisah. Tanpa nama warga.</source>
        <translation>By area, sex, reason and site; list cleaning apart. Without names of residents.</translation>
    </message>
    <message>
        <source>Per {when}.</source>
        <translation>As of {when}.</translation>
    </message>
    <message>
        <source>Perahu</source>
        <translation>Boat</translation>
    </message>
    <message>
        <source>Peran</source>
        <translation>Role</translation>
    </message>
    <message>
        <source>Peran petugas belum dipilih.</source>
        <translation>No role was chosen.</translation>
    </message>
    <message>
        <source>Peran {name} diganti</source>
        <translation>The role of {name} was changed</translation>
    </message>
    <message>
        <source>Perbaiki</source>
        <translation>Correct</translation>
    </message>
    <message>
        <source>Perbaiki berkas itu, lalu ulangi.</source>
        <translation>Mend that file, then try again.</translation>
    </message>
    <message>
        <source>Perbaiki data warga; warga baru: dari desa lain</source>
        <translation>Correct a resident's details; new resident: from another village</translation>
    </message>
    <message>
        <source>Perekaman di tempat</source>
        <translation>Recording at a place</translation>
    </message>
    <message>
        <source>Perempuan</source>
        <translation>Female</translation>
    </message>
    <message>
        <source>Perencana</source>
        <translation>Planner</translation>
    </message>
    <message>
        <source>Perhentian baru</source>
        <translation>New stop</translation>
    </message>
    <message>
        <source>Perhentian dan warga</source>
        <translation>Stop and people</translation>
    </message>
    <message>
        <source>Perhentian di rumahnya</source>
        <translation>A stop at the person's house</translation>
    </message>
    <message>
        <source>Perhentian ditambahkan</source>
        <translation>Stop added</translation>
    </message>
    <message>
        <source>Perhentian ditarik</source>
        <translation>Stop taken back</translation>
    </message>
    <message>
        <source>Perhentian diubah</source>
        <translation>Stop changed</translation>
    </message>
    <message>
        <source>Perhentian ini tidak ada di rute lagi. Pilih yang lain.</source>
        <translation>This stop is not on the route any more. Choose another.</translation>
    </message>
    <message>
        <source>Perhentian seperti semula</source>
        <translation>The stop is as it was</translation>
    </message>
    <message>
        <source>Perhentian {n}</source>
        <translation>Stop {n}</translation>
    </message>
    <message>
        <source>Periksa</source>
        <translation>Check</translation>
    </message>
    <message>
        <source>Periksa data dan chip</source>
        <translation>Check data and chip</translation>
    </message>
    <message>
        <source>Periksa data dan chipnya, lalu serahkan atau taruh.</source>
        <translation>Check data and chip, then hand it over or put it away.</translation>
    </message>
    <message>
        <source>Periksa folder dan ruang kosongnya.</source>
        <translation>Check the folder and its free space.</translation>
    </message>
    <message>
        <source>Periksa jaringan dan alamatnya, lalu coba lagi. Isian tetap ada.</source>
        <translation>Check the network and the address, then try again. Answers are kept.</translation>
    </message>
    <message>
        <source>Periksa kartu</source>
        <translation>Card check</translation>
    </message>
    <message>
        <source>Periksa kertas dan kabel printer lalu cetak lagi, atau simpan sebagai PDF di USB.</source>
        <translation>Check paper and cable of the printer and print again, or save it as PDF on a USB stick.</translation>
    </message>
    <message>
        <source>Periksa lagi</source>
        <translation>Check again</translation>
    </message>
    <message>
        <source>Periksa lagi; di berkas bantuan: simpan</source>
        <translation>Check again; in the support file: save</translation>
    </message>
    <message>
        <source>Periksa laptop</source>
        <translation>Check laptop</translation>
    </message>
    <message>
        <source>Periksa laptop ini: data, kunci, cadangan, jam, jalur</source>
        <translation>Check this laptop: data, key, backup, clock, line</translation>
    </message>
    <message>
        <source>Periksa mapnya dengan --database, atau daftarkan laptop ini dulu.</source>
        <translation>Check the folder given by --database, or enrol this laptop first.</translation>
    </message>
    <message>
        <source>Periksa sebelum berangkat</source>
        <translation>Check before leaving</translation>
    </message>
    <message>
        <source>Perintah hanya diterima dari laptop kantor, yang memegang seluruh kabupaten.</source>
        <translation>Orders are taken from a laptop of the office only, which has the whole regency.</translation>
    </message>
    <message>
        <source>Perintah ini dari sebelum pusat dipulihkan. Apakah dulu dijalankan atau ditolak, pusat tidak tahu lagi. Beri lagi kalau masih berlaku.</source>
        <translation>This order is from before the centre was restored. Whether it was obeyed or refused then, the centre no longer knows. Give it again if it still holds.</translation>
    </message>
    <message>
        <source>Perintah ini tidak bisa dibaca. Ulangi dari laptop kantor yang versinya terbaru.</source>
        <translation>This order can not be read. Give it again from an office laptop with the newest version.</translation>
    </message>
    <message>
        <source>Perintah kantor</source>
        <translation>Order of the office</translation>
    </message>
    <message>
        <source>Perintah yang lebih baru tentang hal yang sama sudah dijalankan. Yang lebih lama ini tidak dijalankan.</source>
        <translation>A newer order about the same matter has been carried out. This older one is not.</translation>
    </message>
    <message>
        <source>Perintah yang sama sudah pernah dijalankan. Yang kedua tidak dijalankan.</source>
        <translation>The same order was carried out before. The second one was not.</translation>
    </message>
    <message>
        <source>Perkara ini sudah diputuskan di tempat lain</source>
        <translation>This case was settled elsewhere</translation>
    </message>
    <message>
        <source>Perkara ini tidak menunggu keputusan lagi</source>
        <translation>This case no longer waits for a decision</translation>
    </message>
    <message>
        <source>Perlu dilihat</source>
        <translation>To look at</translation>
    </message>
    <message>
        <source>Perlu diputuskan</source>
        <translation>To be decided</translation>
    </message>
    <message>
        <source>Perlu ditelepon</source>
        <translation>To be called</translation>
    </message>
    <message>
        <source>Perlu perhatian</source>
        <translation>Needs attention</translation>
    </message>
    <message>
        <source>Perlu persetujuan dengan alasan.</source>
        <translation>Needs an approval with a reason.</translation>
    </message>
    <message>
        <source>Perlu tindakan</source>
        <translation>Act now</translation>
    </message>
    <message>
        <source>Permintaan baru</source>
        <translation>New request</translation>
    </message>
    <message>
        <source>Permintaan baru, salinan, orangnya, dibetulkan, tolak, tarik atau buka lagi</source>
        <translation>New request, copy, the person, corrected, refuse, withdraw or open again</translation>
    </message>
    <message>
        <source>Permintaan dari keluarga, RT atau perangkat desa dicatat dengan Ctrl+N.</source>
        <translation>Requests of families, RT or village staff are noted with Ctrl+N.</translation>
    </message>
    <message>
        <source>Permintaan data</source>
        <translation>Data requests</translation>
    </message>
    <message>
        <source>Permintaan dibuka lagi</source>
        <translation>The request is open again</translation>
    </message>
    <message>
        <source>Permintaan dicatat</source>
        <translation>The request was noted</translation>
    </message>
    <message>
        <source>Permintaan ditarik</source>
        <translation>The request was withdrawn</translation>
    </message>
    <message>
        <source>Permintaan ditutup seperti semula</source>
        <translation>The request is closed as it was</translation>
    </message>
    <message>
        <source>Permintaan ini dijawab dengan cara lain.</source>
        <translation>This request is answered in another way.</translation>
    </message>
    <message>
        <source>Permintaan ini tidak terbuka lagi. Muat ulang daftarnya.</source>
        <translation>This request is not open any more. Load the list again.</translation>
    </message>
    <message>
        <source>Permintaan kunjungan</source>
        <translation>Visit requests</translation>
    </message>
    <message>
        <source>Permintaan kunjungan baru</source>
        <translation>New request for a visit</translation>
    </message>
    <message>
        <source>Permintaan kunjungan ditarik</source>
        <translation>Request for a visit withdrawn</translation>
    </message>
    <message>
        <source>Permintaan kunjungan tercatat</source>
        <translation>Visit request logged</translation>
    </message>
    <message>
        <source>Permintaan kunjungan {name} ditarik</source>
        <translation>Request for a visit to {name} withdrawn</translation>
    </message>
    <message>
        <source>Permintaan lain</source>
        <translation>Another request</translation>
    </message>
    <message>
        <source>Permintaan {name} ditolak</source>
        <translation>The request of {name} was refused</translation>
    </message>
    <message>
        <source>Permintaan {who} tercatat {day}, belum selesai dilayani di meja.</source>
        <translation>The request of {who} was noted {day} and is not finished at the table yet.</translation>
    </message>
    <message>
        <source>Permintaan {who} tercatat {day}, menunggu berkas yang kurang.</source>
        <translation>The request of {who} was noted {day} and waits for missing papers.</translation>
    </message>
    <message>
        <source>Permintaan {who} tercatat {day}. Tidak ada kartu baru untuk permintaan ini.</source>
        <translation>The request of {who} was noted {day}. There is no new card for this request.</translation>
    </message>
    <message>
        <source>Permintaannya tetap seperti adanya.</source>
        <translation>The request stays as it is.</translation>
    </message>
    <message>
        <source>Permohonan diteruskan ke kantor. Kartu belum dicetak.</source>
        <translation>The request went on to the office. The card is not printed yet.</translation>
    </message>
    <message>
        <source>Permohonan ini belum selesai. Tanyakan ke kantor, bawa resi dan KK. Gratis.</source>
        <translation>This request is not finished. Ask at the office, with receipt and KK. Free of charge.</translation>
    </message>
    <message>
        <source>Permohonan ini tercatat. Tidak ada kartu baru untuk permohonan ini.</source>
        <translation>This request is noted. There is no new card for it.</translation>
    </message>
    <message>
        <source>Permohonan sedang dilayani.</source>
        <translation>The request is being served.</translation>
    </message>
    <message>
        <source>Permohonan tercatat, belum dilayani.</source>
        <translation>The request is noted, not served yet.</translation>
    </message>
    <message>
        <source>Permukiman</source>
        <translation>Settlement</translation>
    </message>
    <message>
        <source>Pernah</source>
        <translation>Yes</translation>
    </message>
    <message>
        <source>Pernah direkam di tempat lain?</source>
        <translation>Recorded elsewhere before?</translation>
    </message>
    <message>
        <source>Pernah kawin</source>
        <translation>Was married</translation>
    </message>
    <message>
        <source>Persen</source>
        <translation>Percent</translation>
    </message>
    <message>
        <source>Persetujuan cetak</source>
        <translation>Print approval</translation>
    </message>
    <message>
        <source>Pertanyaan ini sudah pernah dijawab. Tanda tangani lagi untuk jawaban baru.</source>
        <translation>This question was answered before. Sign again for a new answer.</translation>
    </message>
    <message>
        <source>Perubahan</source>
        <translation>Changes</translation>
    </message>
    <message>
        <source>Perubahan {first} sampai {last} dari {origin} diterima. Bukti terimanya sudah ditulis.</source>
        <translation>Changes {first} to {last} of {origin} were received. The receipt is written.</translation>
    </message>
    <message>
        <source>Perubahan: {numbers}</source>
        <translation>Changes: {numbers}</translation>
    </message>
    <message>
        <source>Petugas</source>
        <translation>Staff</translation>
    </message>
    <message>
        <source>Petugas berhalangan</source>
        <translation>Staff unable to come</translation>
    </message>
    <message>
        <source>Petugas cetak</source>
        <translation>Print officer</translation>
    </message>
    <message>
        <source>Petugas ini tidak lagi terdaftar di kantor. Hubungi kantor kalau keliru.</source>
        <translation>This person is no longer registered at the office. Call the office if that is a mistake.</translation>
    </message>
    <message>
        <source>Petugas kartu</source>
        <translation>Card clerk</translation>
    </message>
    <message>
        <source>Petugas pendukung</source>
        <translation>Support officer</translation>
    </message>
    <message>
        <source>Petugas pihak sana</source>
        <translation>Officer of the other side</translation>
    </message>
    <message>
        <source>Petugas terlatih dan ditunjuk</source>
        <translation>Staff trained and appointed</translation>
    </message>
    <message>
        <source>Petugasnya belum dikenal pusat, atau sudah tidak aktif. Catatan disimpan, kantor memastikan.</source>
        <translation>The centre does not know this officer, or the officer is no longer active. The entry is kept, the office makes sure.</translation>
    </message>
    <message>
        <source>Pilih</source>
        <translation>Choose</translation>
    </message>
    <message>
        <source>Pilih Sudah pernah, kantor yang melanjutkan.</source>
        <translation>Choose Already recorded; the office goes on with it.</translation>
    </message>
    <message>
        <source>Pilih apa yang diminta.</source>
        <translation>Choose what is asked for.</translation>
    </message>
    <message>
        <source>Pilih bagian lain dengan Alt+1 sampai Alt+5.</source>
        <translation>Choose another part with Alt+1 to Alt+5.</translation>
    </message>
    <message>
        <source>Pilih berkas</source>
        <translation>Choose file</translation>
    </message>
    <message>
        <source>Pilih berkas .xlsx, .xls, atau .csv dari admin data.</source>
        <translation>Choose a .xlsx, .xls, or .csv file from the data admin.</translation>
    </message>
    <message>
        <source>Pilih berkas daftar</source>
        <translation>Choose a list file</translation>
    </message>
    <message>
        <source>Pilih berkas di atas. Daftar dari kantor lain datang saat sinkron.</source>
        <translation>Choose a file above. Lists from other offices come with a sync.</translation>
    </message>
    <message>
        <source>Pilih bukti terima</source>
        <translation>Choose a receipt</translation>
    </message>
    <message>
        <source>Pilih cadangan</source>
        <translation>Choose a backup</translation>
    </message>
    <message>
        <source>Pilih dulu siapa yang menerima: pemiliknya sendiri, atau wakil.</source>
        <translation>Choose first who receives it: the owner, or somebody instead.</translation>
    </message>
    <message>
        <source>Pilih frasa sandi</source>
        <translation>Choose a passphrase</translation>
    </message>
    <message>
        <source>Pilih kiriman meja lain</source>
        <translation>Choose another table's bundle</translation>
    </message>
    <message>
        <source>Pilih kunci darurat</source>
        <translation>Choose the rescue key</translation>
    </message>
    <message>
        <source>Pilih meja dan buka</source>
        <translation>Choose a desk and open it</translation>
    </message>
    <message>
        <source>Pilih meja dengan angkanya</source>
        <translation>Choose a desk by its digit</translation>
    </message>
    <message>
        <source>Pilih orang di kiri dengan Enter, lalu 1: perhentian di rumahnya.</source>
        <translation>Choose somebody at the left with Enter, then 1: a stop at the person's house.</translation>
    </message>
    <message>
        <source>Pilih paling sedikit satu wilayah.</source>
        <translation>Choose at least one area.</translation>
    </message>
    <message>
        <source>Pilih salah satu.</source>
        <translation>Choose one of them.</translation>
    </message>
    <message>
        <source>Pilih salah satu: {sheets}.</source>
        <translation>Choose one of: {sheets}.</translation>
    </message>
    <message>
        <source>Pilih saringan lain dengan Alt+1 sampai Alt+8.</source>
        <translation>Choose another filter with Alt+1 to Alt+8.</translation>
    </message>
    <message>
        <source>Pilih satu kartu</source>
        <translation>Choose a card</translation>
    </message>
    <message>
        <source>Pilih shift dari rencana</source>
        <translation>Choose a shift from the plan</translation>
    </message>
    <message>
        <source>Pilih warga yang disorot; di isian: ke isian berikutnya</source>
        <translation>Pick the marked resident; in a field: to the next field</translation>
    </message>
    <message>
        <source>Pilih wilayahnya dulu.</source>
        <translation>Choose the place first.</translation>
    </message>
    <message>
        <source>Pilih …</source>
        <translation>Choose …</translation>
    </message>
    <message>
        <source>Pindah</source>
        <translation>Moved</translation>
    </message>
    <message>
        <source>Pindah jaringan</source>
        <translation>Switch network</translation>
    </message>
    <message>
        <source>Pindah ke tempat yang sinyalnya lebih baik, pakai HP, atau kirim lewat USB.</source>
        <translation>Move to a place with a better signal, use a phone, or send by USB.</translation>
    </message>
    <message>
        <source>Pindah, disahkan</source>
        <translation>Moved, approved</translation>
    </message>
    <message>
        <source>Pindahkan berkas besar lain dari laptop ini sebelum berangkat.</source>
        <translation>Move other large files off this laptop before leaving.</translation>
    </message>
    <message>
        <source>Pinjam</source>
        <translation>Borrow</translation>
    </message>
    <message>
        <source>Pinjam &amp; tanda tangani</source>
        <translation>Borrow &amp; sign</translation>
    </message>
    <message>
        <source>Pinjaman</source>
        <translation>Loan</translation>
    </message>
    <message>
        <source>Pinjaman kembali</source>
        <translation>Loan given back</translation>
    </message>
    <message>
        <source>Pinjamkan</source>
        <translation>Lend</translation>
    </message>
    <message>
        <source>Pinjamkan &amp; tanda tangani</source>
        <translation>Lend &amp; sign</translation>
    </message>
    <message>
        <source>Pisahkan</source>
        <translation>Part</translation>
    </message>
    <message>
        <source>Pisahkan lagi</source>
        <translation>Part again</translation>
    </message>
    <message>
        <source>Pisahkan per kecamatan, atau buang gambar di dalamnya, simpan, lalu pilih lagi.</source>
        <translation>Split it by kecamatan, or remove its pictures, save, then choose it again.</translation>
    </message>
    <message>
        <source>Pisahkan per kecamatan, hapus baris dan kolom kosong di ujungnya, simpan, lalu pilih lagi.</source>
        <translation>Split it by kecamatan, delete empty rows and columns at its ends, save, then choose it again.</translation>
    </message>
    <message>
        <source>Pisahkan selnya di Excel (Unmerge Cells), beri tiap kolom judul sendiri, simpan, lalu pilih lagi.</source>
        <translation>Split the cells in Excel (Unmerge Cells), give each column its own head, save, then choose it again.</translation>
    </message>
    <message>
        <source>PostgreSQL tidak menyelesaikannya: {told}</source>
        <translation>PostgreSQL did not finish: {told}</translation>
    </message>
    <message>
        <source>Pr</source>
        <translation>F</translation>
    </message>
    <message>
        <source>Pratinjau tersimpan</source>
        <translation>Preview saved</translation>
    </message>
    <message>
        <source>Printer</source>
        <translation>Printer</translation>
    </message>
    <message>
        <source>Printer bawaan</source>
        <translation>Default printer</translation>
    </message>
    <message>
        <source>Printer menolak lembar ini, jadi belum tercetak.</source>
        <translation>The printer refused this sheet, so it is not printed yet.</translation>
    </message>
    <message>
        <source>Printer menolak resi ini, jadi belum tercetak.</source>
        <translation>The printer refused this receipt, so it is not printed yet.</translation>
    </message>
    <message>
        <source>Program pusat terlalu lama untuk menjawab telepon.</source>
        <translation>The centre's program is too old to answer calls.</translation>
    </message>
    <message>
        <source>Program {name} tidak ada di komputer ini.</source>
        <translation>The program {name} is not on this computer.</translation>
    </message>
    <message>
        <source>Protokol {protocol}, skema {schema}, SQLite {sqlite}, Qt {qt}, Python {python}, {system}.</source>
        <translation>Protocol {protocol}, schema {schema}, SQLite {sqlite}, Qt {qt}, Python {python}, {system}.</translation>
    </message>
    <message>
        <source>Pulang</source>
        <translation>Left</translation>
    </message>
    <message>
        <source>Pulang dulu</source>
        <translation>Went home</translation>
    </message>
    <message>
        <source>Pulang sebelum giliran</source>
        <translation>Left before their turn</translation>
    </message>
    <message>
        <source>Pulihkan cadangan</source>
        <translation>Restore a backup</translation>
    </message>
    <message>
        <source>Pulihkan dari cadangan</source>
        <translation>Restore from a backup</translation>
    </message>
    <message>
        <source>Punya kode dari admin? Buat kata sandi</source>
        <translation>Have a code from the admin? Set a passphrase</translation>
    </message>
    <message>
        <source>Pusat</source>
        <translation>Centre</translation>
    </message>
    <message>
        <source>Pusat baru dipulihkan dari cadangan dan sedang diperiksa kantor.</source>
        <translation>The centre was just restored from a backup and is being checked by the office.</translation>
    </message>
    <message>
        <source>Pusat baru dipulihkan dari cadangan. Halaman ini dibuka lagi setelah admin memeriksa pencabutan.</source>
        <translation>The centre was restored from a backup. This page opens again once the admin has checked the revocations.</translation>
    </message>
    <message>
        <source>Pusat baru saja dipulihkan dari cadangan.</source>
        <translation>The centre was just restored from a backup.</translation>
    </message>
    <message>
        <source>Pusat belanja</source>
        <translation>Shopping mall</translation>
    </message>
    <message>
        <source>Pusat belum memberi kabar</source>
        <translation>No word from the centre yet</translation>
    </message>
    <message>
        <source>Pusat belum punya petugas untuk laptop ini. Minta kantor menambahkannya, lalu coba lagi.</source>
        <translation>The centre has no officers for this laptop yet. Ask the office to add them, then try again.</translation>
    </message>
    <message>
        <source>Pusat belum terjangkau.</source>
        <translation>The centre cannot be reached yet.</translation>
    </message>
    <message>
        <source>Pusat dipulihkan sejak laptop ini terakhir tersambung.</source>
        <translation>The centre was restored since this laptop was last connected.</translation>
    </message>
    <message>
        <source>Pusat hanya menjawab laptop kantor, yang memegang seluruh kabupaten.</source>
        <translation>The centre only answers a laptop of the office, which holds the whole regency.</translation>
    </message>
    <message>
        <source>Pusat ini tidak sedang menunggu. Tidak ada yang diubah.</source>
        <translation>This centre is not waiting for it. Nothing was changed.</translation>
    </message>
    <message>
        <source>Pusat memakai FieldKit yang lebih lama dari laptop ini.</source>
        <translation>The centre uses an older FieldKit than this laptop.</translation>
    </message>
    <message>
        <source>Pusat memegang catatan lain dengan nomor yang sama.</source>
        <translation>The centre holds other records under the same number.</translation>
    </message>
    <message>
        <source>Pusat memegang semua pekerjaan laptop ini. Data dan kuncinya sudah dihapus dari sini.</source>
        <translation>The centre holds all of this laptop's work. Its data and keys have been erased from here.</translation>
    </message>
    <message>
        <source>Pusat memegang {held} catatannya. Terakhir melapor {when}: {waiting} belum terkirim. Yang ditulis sesudah itu tidak diketahui.</source>
        <translation>The centre holds {held} of its records. Last heard of {when}: {waiting} unsent. What was written after that is not known.</translation>
    </message>
    <message>
        <source>Pusat menemukan dua rekaman. Jangan direkam lagi; ajukan penghapusan.</source>
        <translation>The centre found two records. Do not record again; ask for the deletion.</translation>
    </message>
    <message>
        <source>Pusat menerima sampai perubahan {last}. {waiting} masih menunggu.</source>
        <translation>The centre received up to change {last}. {waiting} still waiting.</translation>
    </message>
    <message>
        <source>Pusat mengulang halaman yang sama.</source>
        <translation>The centre repeats the same page.</translation>
    </message>
    <message>
        <source>Pusat menyimpannya, dan kantor yang memutuskan.</source>
        <translation>The centre keeps it, and the office decides.</translation>
    </message>
    <message>
        <source>Pusat perlu diperbarui dulu untuk membaca catatan ini. Disimpan utuh, tidak perlu diulang.</source>
        <translation>The centre must be updated before it can read this entry. It is kept whole, nothing has to be done again.</translation>
    </message>
    <message>
        <source>Pusat sedang bermasalah.</source>
        <translation>The centre has a problem just now.</translation>
    </message>
    <message>
        <source>Pusat sedang merapikan catatan lamanya.</source>
        <translation>The centre is tidying its old records.</translation>
    </message>
    <message>
        <source>Pusat sedang ramai dan minta menunggu.</source>
        <translation>The centre is busy and asks to wait.</translation>
    </message>
    <message>
        <source>Pusat sedang ramai.</source>
        <translation>The centre is busy.</translation>
    </message>
    <message>
        <source>Pusat sudah memegang catatan lain dengan nomor yang sama.</source>
        <translation>The centre already holds another entry with the same number.</translation>
    </message>
    <message>
        <source>Pusat sudah pulih. Kiriman laptop diterima; data baru dibagikan setelah pencabutan dipastikan. Jalankan: server confirm-revocations</source>
        <translation>The centre is restored. What laptops send is taken in; data is given out once the revocations are confirmed. Run: server confirm-revocations</translation>
    </message>
    <message>
        <source>Pusat sudah siap, kartunya belum dicetak di sini. Masukkan ke giliran cetak.</source>
        <translation>The centre is ready, the card is not printed here yet. Put it into the print queue.</translation>
    </message>
    <message>
        <source>Pusat tidak bisa membaca catatan ini. Catatan tetap utuh di laptop, kantor memeriksa.</source>
        <translation>The centre cannot read this entry. It is intact on the laptop, the office checks it.</translation>
    </message>
    <message>
        <source>Pusat tidak bisa mendengarkan di alamat itu. Periksa alamat dan portnya.</source>
        <translation>The centre cannot listen at that address. Check the address and the port.</translation>
    </message>
    <message>
        <source>Pusat: rekam / wajib</source>
        <translation>Centre: recorded / obligated</translation>
    </message>
    <message>
        <source>Putusan di atas tetap tersimpan, tetapi perkaranya hilang. Kalau perkaranya muncul lagi dengan nomor lain, putuskan lagi.</source>
        <translation>The decisions above are kept, but their cases are lost. If a case comes up again under another number, decide it again.</translation>
    </message>
    <message>
        <source>Putusan kantor</source>
        <translation>Office's decision</translation>
    </message>
    <message>
        <source>Putuskan</source>
        <translation>Decide</translation>
    </message>
    <message>
        <source>RT</source>
        <translation>RT</translation>
    </message>
    <message>
        <source>RT tidak dibagi lagi</source>
        <translation>An RT is not split</translation>
    </message>
    <message>
        <source>RT {n}</source>
        <translation>RT {n}</translation>
    </message>
    <message>
        <source>RT, tetangga, atau petugas</source>
        <translation>RT, neighbour or officer</translation>
    </message>
    <message>
        <source>RT/RW</source>
        <translation>RT/RW</translation>
    </message>
    <message>
        <source>RW</source>
        <translation>RW</translation>
    </message>
    <message>
        <source>RW {n}</source>
        <translation>RW {n}</translation>
    </message>
    <message>
        <source>Ragu</source>
        <translation>Not sure</translation>
    </message>
    <message>
        <source>Rancangan berlaku setelah ditandatangani kepala dinas, mulai harinya. Hari yang lewat tidak berubah.</source>
        <translation>A draft holds once the head of the office has signed it, from its day on. Days that are past do not change.</translation>
    </message>
    <message>
        <source>Rantai catatan</source>
        <translation>Chain of records</translation>
    </message>
    <message>
        <source>Rantai catatan terputus.</source>
        <translation>The chain of records is broken.</translation>
    </message>
    <message>
        <source>Rantai di pusat sama dengan rantai di laptop ini: tidak ada nomor yang hilang sampai di sini.</source>
        <translation>The chain at the centre is the same as on this laptop: no number is missing up to here.</translation>
    </message>
    <message>
        <source>Rantai perubahan</source>
        <translation>Chain of changes</translation>
    </message>
    <message>
        <source>Rantai {n} catatan lengkap.</source>
        <translation>The chain of {n} records is whole.</translation>
    </message>
    <message>
        <source>Rantai: {chain}</source>
        <translation>Chain: {chain}</translation>
    </message>
    <message>
        <source>Rekam baru</source>
        <translation>First time</translation>
    </message>
    <message>
        <source>Rekam dan cetak</source>
        <translation>Records and prints</translation>
    </message>
    <message>
        <source>Rekam lain, data pusat</source>
        <translation>Recorded elsewhere, says the centre</translation>
    </message>
    <message>
        <source>Rekam lain, disahkan</source>
        <translation>Recorded elsewhere, approved</translation>
    </message>
    <message>
        <source>Rekam saja</source>
        <translation>Records only</translation>
    </message>
    <message>
        <source>Rekam ulang</source>
        <translation>Record again</translation>
    </message>
    <message>
        <source>Rekaman belum terunggah</source>
        <translation>Recordings not uploaded yet</translation>
    </message>
    <message>
        <source>Rekaman lama sudah dihapus. Panggil warganya untuk direkam lagi.</source>
        <translation>The old record is deleted. Call the person to be recorded again.</translation>
    </message>
    <message>
        <source>Rekaman {who} masih diproses di pusat ({status}), jadi kartunya belum bisa dicetak.</source>
        <translation>The recording of {who} is still being processed nationally ({status}), so the card can not be printed yet.</translation>
    </message>
    <message>
        <source>Rekaman {who} sudah tersimpan. Kartunya dicetak mulai {day}, saat berumur 17 tahun.</source>
        <translation>The recording of {who} is saved. The card is printed from {day} on, at the age of 17.</translation>
    </message>
    <message>
        <source>Rekap kartu rusak {month}</source>
        <translation>Spoiled cards, {month}</translation>
    </message>
    <message>
        <source>Rencana hari ini</source>
        <translation>Today's plan</translation>
    </message>
    <message>
        <source>Resi</source>
        <translation>Receipt</translation>
    </message>
    <message>
        <source>Resi belum tercetak.</source>
        <translation>The receipt was not printed.</translation>
    </message>
    <message>
        <source>Resi diberikan lewat</source>
        <translation>Receipts are given by</translation>
    </message>
    <message>
        <source>Resi {name}</source>
        <translation>Receipt of {name}</translation>
    </message>
    <message>
        <source>Resi {queue_no} {name} belum tercetak.</source>
        <translation>The receipt {queue_no} {name} is not printed.</translation>
    </message>
    <message>
        <source>Resi {ref}, diambil dari {place}.</source>
        <translation>Receipt {ref}, taken from {place}.</translation>
    </message>
    <message>
        <source>Resi {ref}. Diajukan di kecamatan lain, jadi diserahkan dari daftar ini. Cocokkan nama dan identitasnya.</source>
        <translation>Receipt {ref}. It was asked for in another district, so it is handed over from this list. Compare name and identity.</translation>
    </message>
    <message>
        <source>Ribbon</source>
        <translation>Ribbon</translation>
    </message>
    <message>
        <source>Ribbon (cetak)</source>
        <translation>Ribbon (prints)</translation>
    </message>
    <message>
        <source>Ribbon baru</source>
        <translation>New ribbon</translation>
    </message>
    <message>
        <source>Rincian</source>
        <translation>Details</translation>
    </message>
    <message>
        <source>Rincian yang perlu diputuskan; angka memilih perkara dan keputusan</source>
        <translation>What must be decided, in detail; digits choose the case and the decision</translation>
    </message>
    <message>
        <source>Ringkas</source>
        <translation>Reduced</translation>
    </message>
    <message>
        <source>Ruang di disk</source>
        <translation>Room on the disk</translation>
    </message>
    <message>
        <source>Ruang di disk tinggal {free}; data FieldKit {own}.</source>
        <translation>Only {free} are left on the disk; FieldKit's data are {own}.</translation>
    </message>
    <message>
        <source>Rumah</source>
        <translation>Home</translation>
    </message>
    <message>
        <source>Rumah tetangga</source>
        <translation>Neighbour's house</translation>
    </message>
    <message>
        <source>Rumah warga</source>
        <translation>Resident's house</translation>
    </message>
    <message>
        <source>Rusak</source>
        <translation>Damaged</translation>
    </message>
    <message>
        <source>Rusak di</source>
        <translation>Spoiled at</translation>
    </message>
    <message>
        <source>Rusak saat diterima di kecamatan</source>
        <translation>Damaged when it was received at the district</translation>
    </message>
    <message>
        <source>Rute</source>
        <translation>Route</translation>
    </message>
    <message>
        <source>SFE terlalu lama setelah hari</source>
        <translation>SFE is too long after days</translation>
    </message>
    <message>
        <source>SK penunjukan cetak</source>
        <translation>Appointment to print</translation>
    </message>
    <message>
        <source>SMS boleh lagi</source>
        <translation>SMS allowed again</translation>
    </message>
    <message>
        <source>SMS bulan ini: {n} bagian</source>
        <translation>SMS this month: {n} parts</translation>
    </message>
    <message>
        <source>SMS ke-{n} belum jelas sampai. Tanyakan ke warganya, lalu catat sampai atau tidak.</source>
        <translation>It is unclear whether SMS {n} arrived. Ask the person, then note whether it did.</translation>
    </message>
    <message>
        <source>SMS kedaluwarsa</source>
        <translation>SMS expired</translation>
    </message>
    <message>
        <source>SMS sampai</source>
        <translation>SMS arrived</translation>
    </message>
    <message>
        <source>SMS sedang dikirim pusat.</source>
        <translation>The centre is sending the SMS.</translation>
    </message>
    <message>
        <source>SMS sudah diterima gateway, menunggu laporan sampai.</source>
        <translation>The gateway accepted the SMS; its report is awaited.</translation>
    </message>
    <message>
        <source>SMS tetap berhenti</source>
        <translation>SMS stay stopped</translation>
    </message>
    <message>
        <source>SMS tidak sampai</source>
        <translation>SMS did not arrive</translation>
    </message>
    <message>
        <source>SMS tidak sampai sebelum waktunya habis.</source>
        <translation>The SMS did not arrive before its time ran out.</translation>
    </message>
    <message>
        <source>SMS tidak sampai.</source>
        <translation>The SMS did not arrive.</translation>
    </message>
    <message>
        <source>SMS yang belum jelas: sampai, tidak sampai</source>
        <translation>Unclear SMS: arrived, did not arrive</translation>
    </message>
    <message>
        <source>SQLite dilayani satu proses saja. Pakai PostgreSQL untuk lebih dari satu, atau --workers 1.</source>
        <translation>SQLite is served by one process only. Use PostgreSQL for more than one, or --workers 1.</translation>
    </message>
    <message>
        <source>Saat FieldKit dibuka, berkas ini dicadangkan dulu lalu disesuaikan.</source>
        <translation>When FieldKit is opened, this file is backed up first and then brought up to date.</translation>
    </message>
    <message>
        <source>Sahkan</source>
        <translation>Approve</translation>
    </message>
    <message>
        <source>Sakit berat</source>
        <translation>Gravely ill</translation>
    </message>
    <message>
        <source>Saksi</source>
        <translation>Witness</translation>
    </message>
    <message>
        <source>Saksi 1</source>
        <translation>Witness 1</translation>
    </message>
    <message>
        <source>Saksi 2</source>
        <translation>Witness 2</translation>
    </message>
    <message>
        <source>Saksi belum cukup. Pemusnahan disaksikan paling sedikit dua orang; tulis namanya.</source>
        <translation>Too few witnesses. At least two people witness a destruction; write their names.</translation>
    </message>
    <message>
        <source>Saksi belum ditulis. Untuk wakil dan serah di rumah, tulis nama petugas atau RT yang melihat.</source>
        <translation>The witness is missing. For somebody instead and for a handover at home, write the name of the officer or RT who saw it.</translation>
    </message>
    <message>
        <source>Salah hitung saat serah terima</source>
        <translation>Miscounted at handover</translation>
    </message>
    <message>
        <source>Salah satu keliru dicatat</source>
        <translation>One of them was noted by mistake</translation>
    </message>
    <message>
        <source>Salin</source>
        <translation>Copy</translation>
    </message>
    <message>
        <source>Salin baris dan kolom yang dipakai ke berkas baru, simpan sebagai .xlsx, lalu pilih yang baru.</source>
        <translation>Copy the rows and columns in use to a new file, save as .xlsx, then choose the new one.</translation>
    </message>
    <message>
        <source>Salin ke kertas, atau biarkan warga memotret kodenya. Layanan ini gratis.</source>
        <translation>Copy it onto paper, or let the resident photograph the code. This service is free.</translation>
    </message>
    <message>
        <source>Salinan cadangan di tempat kedua tidak utuh, jadi tidak disimpan di sana.</source>
        <translation>The copy of the backup in the second place is not whole, so it was not kept there.</translation>
    </message>
    <message>
        <source>Salinan data</source>
        <translation>Copy of the data</translation>
    </message>
    <message>
        <source>Salinan di tempat kedua tidak terpasang, jadi masih ada di sana. Isinya tersandi, dan laptop ini tidak bisa membukanya lagi. Kantor bisa menghapusnya.</source>
        <translation>The copy in the second place was not plugged in, so it is still there. It is encrypted, and this laptop can not open it any more. The office can delete it.</translation>
    </message>
    <message>
        <source>Salinan diberikan</source>
        <translation>Copy given</translation>
    </message>
    <message>
        <source>Salinan dikeluarkan</source>
        <translation>The copy was taken out</translation>
    </message>
    <message>
        <source>Salinan kunci darurat ini rusak.</source>
        <translation>This key copy for the rescue key is damaged.</translation>
    </message>
    <message>
        <source>Salinan kunci laptop itu tidak ditemukan.</source>
        <translation>The key copy of that laptop was not found.</translation>
    </message>
    <message>
        <source>Salinan memuat semua data tanpa disamarkan. Simpan di USB milik orangnya, hapus sesudah dicetak.</source>
        <translation>The copy holds all data, with nothing masked. Save it on the person's own USB stick, delete it once printed.</translation>
    </message>
    <message>
        <source>Samakan namanya dengan templat bawaan, atau hapus.</source>
        <translation>Give them the names of built-in templates, or delete them.</translation>
    </message>
    <message>
        <source>Sambungan diam, tidak ada data yang lewat.</source>
        <translation>The connection is silent, no data gets through.</translation>
    </message>
    <message>
        <source>Sambungan putus di tengah jalan.</source>
        <translation>The connection broke off midway.</translation>
    </message>
    <message>
        <source>Sambungkan laptop ini ke internet dalam {n} hari, sebelum datanya tertutup.</source>
        <translation>Connect this laptop to the internet within {n} days, before its data closes.</translation>
    </message>
    <message>
        <source>Sampai 30 hari</source>
        <translation>Up to 30 days</translation>
    </message>
    <message>
        <source>Sampai itu terjadi, kantor tidak bisa membuka data laptop ini kalau kuncinya hilang.</source>
        <translation>Until it is, the office can not open this laptop's data if its key is lost.</translation>
    </message>
    <message>
        <source>Sampai ke rumah dengan</source>
        <translation>Reached by</translation>
    </message>
    <message>
        <source>Sampai ke sana dengan</source>
        <translation>Reached by</translation>
    </message>
    <message>
        <source>Sampai perubahan {n}.</source>
        <translation>Up to change {n}.</translation>
    </message>
    <message>
        <source>Sampai tanggal</source>
        <translation>Until</translation>
    </message>
    <message>
        <source>Sampaikan ke warga: {reason} diselesaikan di kantor Dukcapil, bukan di meja ini. Kantor yang mengabari.</source>
        <translation>Tell the resident: {reason} is finished at the Dukcapil office, not at this table. The office sends word.</translation>
    </message>
    <message>
        <source>Saring daftar</source>
        <translation>Filter the list</translation>
    </message>
    <message>
        <source>Satu KK</source>
        <translation>Same KK</translation>
    </message>
    <message>
        <source>Satu alasan tertulis di dua urutan. Setiap alasan punya satu tempat. Hapus salah satunya.</source>
        <translation>One reason stands in two places of the order. Each reason has one place. Remove one of them.</translation>
    </message>
    <message>
        <source>Satu catatan stok diurungkan di dua laptop, jadi stoknya kembali dua kali. Hitung isinya, lalu simpan hitungannya di halaman Blangko.</source>
        <translation>One entry of stock was undone on two laptops, so the stock came back twice. Count what is there, then save the count on the Stock page.</translation>
    </message>
    <message>
        <source>Satu cetakan dicatat rusak atau batal di dua laptop, jadi kepingnya tercatat dua. Hitung kotak kartu rusak dan blangko di meja, lalu simpan hitungannya di halaman Blangko.</source>
        <translation>One print was noted as spoiled or as none on two laptops, so its piece is in the books twice. Count the box of spoiled cards and the blanks at the table, then save the count on the Stock page.</translation>
    </message>
    <message>
        <source>Satu kartu disebut dua kali. Hapus salah satunya.</source>
        <translation>One card is named twice. Remove one of them.</translation>
    </message>
    <message>
        <source>Satu kelurahan</source>
        <translation>One kelurahan</translation>
    </message>
    <message>
        <source>Satu kiriman kartu ditandatangani dua kali. Keduanya disimpan, yang pertama dipakai. Cocokkan kedua kertasnya, lalu ketua tim memutuskan.</source>
        <translation>One batch of cards was signed for twice. Both are kept, the first is used. Compare the two papers, then the team lead decides.</translation>
    </message>
    <message>
        <source>Satu langkah keluar, yang diketik tetap ada</source>
        <translation>One step out, what is typed stays</translation>
    </message>
    <message>
        <source>Satu laptop boleh masuk dengan kode ini, dalam tiga hari.</source>
        <translation>One laptop may come in with this code, within three days.</translation>
    </message>
    <message>
        <source>Satu lot dicatat diterima di dua laptop, dan jumlahnya lebih dari yang diminta. Hitung isi kantor. Kalau memang dicatat dua kali, simpan hitungannya di halaman Blangko.</source>
        <translation>A lot was noted as received on two laptops, and that is more than was asked for. Count what the office has. If it was noted twice, save the count on the Stock page.</translation>
    </message>
    <message>
        <source>Satu orang dengan</source>
        <translation>One person with</translation>
    </message>
    <message>
        <source>Satu sel di baris ini berisi beberapa baris dan bisa memuat orang lain. Kalau begitu, hapus tanda kutipnya di berkas, lalu impor lagi.</source>
        <translation>A cell of this row holds several lines and may hold another person. If so, remove its quotation marks in the file, then import again.</translation>
    </message>
    <message>
        <source>Satu tombol angka, waktu tercatat sendiri</source>
        <translation>One digit key, the time is logged by itself</translation>
    </message>
    <message>
        <source>Satukan</source>
        <translation>Link</translation>
    </message>
    <message>
        <source>Satukan data</source>
        <translation>Link rows</translation>
    </message>
    <message>
        <source>Saya kenal suaranya</source>
        <translation>I know the voice</translation>
    </message>
    <message>
        <source>Sebab lain</source>
        <translation>Another reason</translation>
    </message>
    <message>
        <source>Sebab selisih</source>
        <translation>Cause of the difference</translation>
    </message>
    <message>
        <source>Sebagai tabel</source>
        <translation>As a table</translation>
    </message>
    <message>
        <source>Sebagian wilayah saja</source>
        <translation>Part of the area only</translation>
    </message>
    <message>
        <source>Sebaiknya periksa dulu dengan P. Kalau diserahkan sekarang, itu ikut tercatat.</source>
        <translation>Better check it first with P. If it is handed over now, that is noted with it.</translation>
    </message>
    <message>
        <source>Sebelum berangkat</source>
        <translation>Before leaving</translation>
    </message>
    <message>
        <source>Sebelum kiriman ini ada perubahan yang belum sampai di pusat.</source>
        <translation>Changes before this bundle have not reached the centre.</translation>
    </message>
    <message>
        <source>Sebelumnya</source>
        <translation>Previous</translation>
    </message>
    <message>
        <source>Sebelumnya, PgUp</source>
        <translation>Previous, PgUp</translation>
    </message>
    <message>
        <source>Sebentar lagi tidak ada yang bisa disimpan, dan cadangan tidak muat.</source>
        <translation>Soon nothing can be saved, and a backup does not fit.</translation>
    </message>
    <message>
        <source>Sebentar, berkasnya sedang diperiksa.</source>
        <translation>One moment, the file is being checked.</translation>
    </message>
    <message>
        <source>Sebut berkas baru yang namanya berakhir .jsonl atau .xlsx.</source>
        <translation>Name a new file that ends in .jsonl or .xlsx.</translation>
    </message>
    <message>
        <source>Sebut dua kode desa yang berbeda, di kabupaten yang dilayani pusat ini: 35.74.03.1004</source>
        <translation>Name two different village codes, in regencies that this centre serves: 35.74.03.1004</translation>
    </message>
    <message>
        <source>Sebut siapa yang bekerja dengan --user. Yang ada di laptop ini: {names}.</source>
        <translation>Say with --user who is at work. On this laptop are: {names}.</translation>
    </message>
    <message>
        <source>Sebut singkat apa dan kenapa.</source>
        <translation>Say in short what and why.</translation>
    </message>
    <message>
        <source>Sedang dilayani</source>
        <translation>Being served</translation>
    </message>
    <message>
        <source>Sedang diperiksa; pekerjaan lain jalan terus</source>
        <translation>Being checked; other work goes on</translation>
    </message>
    <message>
        <source>Sedang direkam</source>
        <translation>Being recorded</translation>
    </message>
    <message>
        <source>Sedang offline. Jawaban hanya ada di pusat: sambungkan dulu, lalu tanda tangani.</source>
        <translation>You are offline. Only the centre has the answer: connect first, then sign.</translation>
    </message>
    <message>
        <source>Sedang sinkron</source>
        <translation>Syncing</translation>
    </message>
    <message>
        <source>Segera lewat</source>
        <translation>Runs out soon</translation>
    </message>
    <message>
        <source>Sejak</source>
        <translation>Since</translation>
    </message>
    <message>
        <source>Sekali lagi</source>
        <translation>Once more</translation>
    </message>
    <message>
        <source>Sekarang catat hasilnya.</source>
        <translation>Now note the outcome.</translation>
    </message>
    <message>
        <source>Sekarang tidak ada yang perlu dicatat untuk kartu ini. Lihat kabarnya di panel kanan.</source>
        <translation>There is nothing to note about this card now. See its notices in the panel on the right.</translation>
    </message>
    <message>
        <source>Sekolah</source>
        <translation>School</translation>
    </message>
    <message>
        <source>Sel di berkas ini memuat teks yang terlalu panjang untuk sebuah daftar.</source>
        <translation>Cells of this file hold texts that are too long for a list.</translation>
    </message>
    <message>
        <source>Selesai</source>
        <translation>Done</translation>
    </message>
    <message>
        <source>Selesai: tidak ada lagi kartu yang ditunggu.</source>
        <translation>Done: nobody waits for a card of it any more.</translation>
    </message>
    <message>
        <source>Selesaikan</source>
        <translation>Settle</translation>
    </message>
    <message>
        <source>Selesaikan gotong royong</source>
        <translation>Settle the mutual aid</translation>
    </message>
    <message>
        <source>Selisih</source>
        <translation>Difference</translation>
    </message>
    <message>
        <source>Selisih belum ada ceritanya. Angka asli tetap tersimpan. Tulis singkat apa yang terjadi dan siapa yang tahu.</source>
        <translation>The difference has no account yet. The real figures stay saved. Write in short what happened and who knows.</translation>
    </message>
    <message>
        <source>Selisih dua sumber {n} orang. Dasarnya belum tentu sama.</source>
        <translation>The two sources differ by {n} people. Their bases need not be the same.</translation>
    </message>
    <message>
        <source>Selisih hitung</source>
        <translation>Count difference</translation>
    </message>
    <message>
        <source>Selisih orang</source>
        <translation>Gap in people</translation>
    </message>
    <message>
        <source>Selisih stok ditandatangani. Masukkan PIN.</source>
        <translation>A difference of stock is signed. Enter the PIN.</translation>
    </message>
    <message>
        <source>Selisih {n} belum ada sebabnya. Hitung ulang; kalau tetap, pilih sebabnya.</source>
        <translation>The difference of {n} has no cause yet. Count again; if it stays, choose the cause.</translation>
    </message>
    <message>
        <source>Selisihnya belum ada ceritanya. Tulis singkat apa yang diketahui.</source>
        <translation>The difference has no story yet. Write in a few words what is known.</translation>
    </message>
    <message>
        <source>Seluruh daerah</source>
        <translation>The whole regency</translation>
    </message>
    <message>
        <source>Sembunyikan</source>
        <translation>Hide</translation>
    </message>
    <message>
        <source>Sementara itu penutupan satu meja berubah. Lihat lagi angkanya, lalu tanda tangani.</source>
        <translation>The closing of a table changed meanwhile. Look at the figures again, then sign.</translation>
    </message>
    <message>
        <source>Semua</source>
        <translation>All</translation>
    </message>
    <message>
        <source>Semua alat kecamatan ini keluar sekaligus, tidak ada yang siaga. Pakai alat lain, atau tulis alasannya.</source>
        <translation>All sets of this district would be out at once, and none stand by. Use another set, or write the reason.</translation>
    </message>
    <message>
        <source>Semua baris baik</source>
        <translation>All rows are good</translation>
    </message>
    <message>
        <source>Semua catatan ini tersimpan di laptop, yang sudah terkirim juga di pusat. Ketua tim atau kantor yang memutuskan.</source>
        <translation>All these records are kept on the laptop, those already sent at the centre too. The team lead or the office decides.</translation>
    </message>
    <message>
        <source>Semua data masih ada di laptop ini, terkunci. Orang kantor membuka kuncinya dengan berkas dari brankas; nomor, isian, dan yang menunggu dikirim tetap seperti semula.</source>
        <translation>All data are still on this laptop, locked. Somebody of the office opens them with the file from the safe; numbers, what was typed, and what waits to be sent stay as they were.</translation>
    </message>
    <message>
        <source>Semua desa</source>
        <translation>All villages</translation>
    </message>
    <message>
        <source>Semua desa/kelurahan</source>
        <translation>All villages</translation>
    </message>
    <message>
        <source>Semua layanan KTP-el gratis.</source>
        <translation>All KTP-el services are free of charge.</translation>
    </message>
    <message>
        <source>Semua masih bawaan</source>
        <translation>All as by default</translation>
    </message>
    <message>
        <source>Semua masuk sekaligus, atau tidak sama sekali. Halaman lain tetap bisa dipakai.</source>
        <translation>All go in at once, or none. Other pages stay usable.</translation>
    </message>
    <message>
        <source>Semua meja</source>
        <translation>All desks</translation>
    </message>
    <message>
        <source>Semua mutasi</source>
        <translation>All movements</translation>
    </message>
    <message>
        <source>Semua pekerjaan di laptop ini sudah terkirim.</source>
        <translation>All work on this laptop was sent.</translation>
    </message>
    <message>
        <source>Semua pekerjaan laptop ini sudah diserahkan ke pusat.</source>
        <translation>All work of this laptop is handed to the centre.</translation>
    </message>
    <message>
        <source>Semua pemohon sudah dikabari</source>
        <translation>Everybody who applied was told</translation>
    </message>
    <message>
        <source>Semua sudah diterima pusat, jadi kiriman USB tidak dibuat.</source>
        <translation>The centre has received everything, so no USB bundle was made.</translation>
    </message>
    <message>
        <source>Semua target seperti tampil sekarang. Yang diubah sesudah ini ditandatangani lagi.</source>
        <translation>All targets as they are shown now. What is changed after this is signed again.</translation>
    </message>
    <message>
        <source>Semua tempat</source>
        <translation>All places</translation>
    </message>
    <message>
        <source>Semua terkirim</source>
        <translation>All sent</translation>
    </message>
    <message>
        <source>Semua terkirim, sinkron dijeda</source>
        <translation>All sent, sync paused</translation>
    </message>
    <message>
        <source>Semua terkirim. {sent} perubahan dikirim, {fetched} baris diambil.</source>
        <translation>All sent. {sent} changes sent, {fetched} rows fetched.</translation>
    </message>
    <message>
        <source>Semua yang disimpan tentang {name}, untuk {who}.</source>
        <translation>Everything that is kept of {name}, for {who}.</translation>
    </message>
    <message>
        <source>Semua yang melapor ke pusat</source>
        <translation>All that reported to the centre</translation>
    </message>
    <message>
        <source>Semua yang terjangkau sudah terekam.</source>
        <translation>All who can be reached are recorded.</translation>
    </message>
    <message>
        <source>Semua yang tersimpan utuh. Kosongkan ruang (tempat sampah, unduhan), lalu cadangkan lagi.</source>
        <translation>All that was saved is safe. Free some space (recycle bin, downloads), then back up again.</translation>
    </message>
    <message>
        <source>Semua yang tersimpan utuh. Kosongkan ruang (tempat sampah, unduhan), lalu coba lagi.</source>
        <translation>All that was saved is whole. Make room (waste bin, downloads), then try again.</translation>
    </message>
    <message>
        <source>Semua {n} laptop melapor dalam 24 jam.</source>
        <translation>All {n} laptops reported within 24 hours.</translation>
    </message>
    <message>
        <source>Semua {n} warga ada di indeks pencarian.</source>
        <translation>All {n} residents are in the search index.</translation>
    </message>
    <message>
        <source>Semuanya</source>
        <translation>Altogether</translation>
    </message>
    <message>
        <source>Semuanya sudah lewat {target}.</source>
        <translation>All have passed {target}.</translation>
    </message>
    <message>
        <source>Sendiri</source>
        <translation>Own</translation>
    </message>
    <message>
        <source>Sepeda motor</source>
        <translation>Motorbike</translation>
    </message>
    <message>
        <source>Seperti di stikernya</source>
        <translation>As on its sticker</translation>
    </message>
    <message>
        <source>Seperti di surat tugas</source>
        <translation>As in the letter of assignment</translation>
    </message>
    <message>
        <source>Sepi warga</source>
        <translation>Few residents</translation>
    </message>
    <message>
        <source>Serah kartu</source>
        <translation>Card handovers</translation>
    </message>
    <message>
        <source>Serah terima</source>
        <translation>Handover list</translation>
    </message>
    <message>
        <source>Serahkan</source>
        <translation>Hand over</translation>
    </message>
    <message>
        <source>Serahkan kartu</source>
        <translation>Hand over the card</translation>
    </message>
    <message>
        <source>Serahkan lagi dan catat</source>
        <translation>Hand over again, on record</translation>
    </message>
    <message>
        <source>Sertifikat dan kuncinya dipakai bersama. Beri keduanya: --tls-certificate dan --tls-key.</source>
        <translation>Certificate and key are used together. Give both: --tls-certificate and --tls-key.</translation>
    </message>
    <message>
        <source>Sertifikat dan kuncinya tidak bisa dipakai. Periksa kedua berkasnya.</source>
        <translation>The certificate and its key cannot be used. Check both files.</translation>
    </message>
    <message>
        <source>Sertifikat perekaman</source>
        <translation>Recording certificate</translation>
    </message>
    <message>
        <source>Sertifikat petugas</source>
        <translation>Certificate</translation>
    </message>
    <message>
        <source>Sesi</source>
        <translation>Sessions</translation>
    </message>
    <message>
        <source>Sesi hari ini</source>
        <translation>Sessions of today</translation>
    </message>
    <message>
        <source>Sesi hari ini dan yang hadir</source>
        <translation>Sessions of today and who is present</translation>
    </message>
    <message>
        <source>Sesi hari ini dan yang hadir, tombol H</source>
        <translation>Sessions of today and who is present, key H</translation>
    </message>
    <message>
        <source>Sesi ini hanya untuk mencetak di kantor. Harinya ikut hari dibuka, juga lewat tengah malam. Ditutup di Tutup shift, blangko dihitung kembali.</source>
        <translation>This session is only for printing at the office. Its day is the day of its opening, also past midnight. It is closed on Close shift, where the blanks are counted again.</translation>
    </message>
    <message>
        <source>Sesi ini hanya untuk mencetak. Tutup dulu di Tutup shift, lalu ketua tim membuka shift.</source>
        <translation>This session is only for printing. Close it on Close shift first, then the team lead opens a shift.</translation>
    </message>
    <message>
        <source>Sesudah ditandatangani, daftarnya tetap seperti tertulis. Kartu yang belum cocok dicoret dulu.</source>
        <translation>Once it is signed the list stays as it is written. Cross out first what does not match.</translation>
    </message>
    <message>
        <source>Sesudah ditutup</source>
        <translation>After the closing</translation>
    </message>
    <message>
        <source>Sesudah hari terakhir kampanye perekaman, sehari sebelum pemungutan suara. Cocokkan tanggalnya.</source>
        <translation>After the last day of the campaign, the day before the vote. Check the date.</translation>
    </message>
    <message>
        <source>Sesudah ini</source>
        <translation>After this</translation>
    </message>
    <message>
        <source>Sesudah ini shift tidak bisa dibuka lagi. Yang salah diberi koreksi di sampingnya.</source>
        <translation>After this the shift can not be reopened. What is wrong gets a correction beside it.</translation>
    </message>
    <message>
        <source>Sesudah itu daftar dan isian tertutup. Tidak ada yang hilang.</source>
        <translation>After that lists and forms are closed. Nothing is lost.</translation>
    </message>
    <message>
        <source>Sesudah itu hasilnya sudah dicatat, jadi tetap. Kalau hasilnya salah, urungkan hasil itu.</source>
        <translation>An outcome was noted after that, so it stays. If that outcome is wrong, undo it.</translation>
    </message>
    <message>
        <source>Sesudah itu laptop tertutup sampai tersambung, atau dibuka kode dari kantor. Tidak ada yang hilang.</source>
        <translation>After that the laptop stays closed until it connects, or a code of the office opens it. Nothing is lost.</translation>
    </message>
    <message>
        <source>Sesudahnya</source>
        <translation>Next</translation>
    </message>
    <message>
        <source>Setelan</source>
        <translation>Settings</translation>
    </message>
    <message>
        <source>Setelan: tampilan, bahasa, kunci layar</source>
        <translation>Settings: look, language, screen lock</translation>
    </message>
    <message>
        <source>Setiap bagian yang dipakai terbaca dan cocok dengan kuncinya.</source>
        <translation>Every part in use can be read, and fits its key.</translation>
    </message>
    <message>
        <source>Setiap kali pusat terhubung, hitungannya mulai lagi.</source>
        <translation>Each contact with the centre starts the count anew.</translation>
    </message>
    <message>
        <source>Setiap kali pusat terhubung, hitungannya mulai lagi. Terakhir dibuka dengan kode lewat telepon: {day}.</source>
        <translation>The count begins anew at each contact with the centre. Last opened by a code over the telephone: {day}.</translation>
    </message>
    <message>
        <source>Setujui</source>
        <translation>Approve</translation>
    </message>
    <message>
        <source>Setujui mendesak</source>
        <translation>Approve as urgent</translation>
    </message>
    <message>
        <source>Shift</source>
        <translation>Shift</translation>
    </message>
    <message>
        <source>Shift baru</source>
        <translation>New shift</translation>
    </message>
    <message>
        <source>Shift baru di tempat kursor</source>
        <translation>New shift where the cursor is</translation>
    </message>
    <message>
        <source>Shift batal dibuka. Blangko yang dibawa tercatat kembali.</source>
        <translation>The shift is not open after all. The blanks that came with it are booked back.</translation>
    </message>
    <message>
        <source>Shift belum bisa ditutup. Catat hasilnya, atau pilih Pulang dulu.</source>
        <translation>The shift cannot be closed yet. Log their outcomes, or choose Went home.</translation>
    </message>
    <message>
        <source>Shift belum diubah</source>
        <translation>The shift is not changed yet</translation>
    </message>
    <message>
        <source>Shift berikut</source>
        <translation>Next shift</translation>
    </message>
    <message>
        <source>Shift di jadwal</source>
        <translation>Shift in the schedule</translation>
    </message>
    <message>
        <source>Shift di laptop ini masih terbuka. Tutup dulu, lalu sinkronkan.</source>
        <translation>The shift on this laptop is still open. Close it first, then sync.</translation>
    </message>
    <message>
        <source>Shift di luar jadwal</source>
        <translation>Unplanned shift</translation>
    </message>
    <message>
        <source>Shift dibatalkan</source>
        <translation>Shift cancelled</translation>
    </message>
    <message>
        <source>Shift dibuang lagi</source>
        <translation>Shift discarded again</translation>
    </message>
    <message>
        <source>Shift dibuka</source>
        <translation>Shift opened</translation>
    </message>
    <message>
        <source>Shift dibuka lagi</source>
        <translation>Shift reopened</translation>
    </message>
    <message>
        <source>Shift dibuka {time}</source>
        <translation>Shift opened {time}</translation>
    </message>
    <message>
        <source>Shift direncanakan</source>
        <translation>Shift planned</translation>
    </message>
    <message>
        <source>Shift ditunda</source>
        <translation>Shift postponed</translation>
    </message>
    <message>
        <source>Shift ditutup dan ditandatangani</source>
        <translation>Shift closed and signed</translation>
    </message>
    <message>
        <source>Shift diubah</source>
        <translation>Shift changed</translation>
    </message>
    <message>
        <source>Shift ini dibuka lagi sesudah dilaporkan, atau oleh ketua tim pada hari lain. Semua penutupannya disimpan. Perencana mencocokkan angka yang baru dengan laporannya, lalu mencatat mana yang dipakai.</source>
        <translation>This shift was reopened after it had been reported, or by the team lead on another day. All its closings are kept. The planner compares the new figures with the report, then notes which ones count.</translation>
    </message>
    <message>
        <source>Shift ini direncanakan untuk hari lain. Hari yang dipilih yang berlaku. Cocokkan dulu dengan jadwal.</source>
        <translation>This shift was planned for another day. The chosen day counts. Compare with the schedule first.</translation>
    </message>
    <message>
        <source>Shift ini ditutup dua kali di meja yang sama. Keduanya disimpan. Ketua tim memutuskan mana yang dipakai.</source>
        <translation>This shift was closed twice at the same table. Both closings are kept. The team lead decides which one counts.</translation>
    </message>
    <message>
        <source>Shift ini masih bisa ditutup dalam {n} jam. Sesudah itu laptop tidak terbuka dulu.</source>
        <translation>This shift can still be closed within {n} hours. After that the laptop does not open for now.</translation>
    </message>
    <message>
        <source>Shift ini masih terbuka di laptop lain. Ketua timnya menutup di sana.</source>
        <translation>This shift is still open on another laptop. Its lead closes it there.</translation>
    </message>
    <message>
        <source>Shift ini masih terbuka, jadi belum bisa dilaporkan.</source>
        <translation>This shift is still open, so it can not be reported yet.</translation>
    </message>
    <message>
        <source>Shift ini masih terbuka. Lanjutkan saja, lalu tutup.</source>
        <translation>This shift is still open. Just go on, then close it.</translation>
    </message>
    <message>
        <source>Shift ini sudah dibuka, ditutup, ditunda, atau batal. Tidak diubah.</source>
        <translation>This shift was opened, closed, postponed or cancelled already. It is not changed.</translation>
    </message>
    <message>
        <source>Shift ini sudah ditutup. Angkanya tetap; cetak ulang dari Tutup shift.</source>
        <translation>This shift is already closed. Its figures are final; print again from Close shift.</translation>
    </message>
    <message>
        <source>Shift ini sudah terbit. Batalkan dengan alasan, jangan dibuang.</source>
        <translation>This shift is published. Cancel it with a reason instead of discarding it.</translation>
    </message>
    <message>
        <source>Shift ini tidak ada lagi di jadwal.</source>
        <translation>This shift is no longer in the schedule.</translation>
    </message>
    <message>
        <source>Shift ini tidak sedang dibuka lagi.</source>
        <translation>This shift is not open again.</translation>
    </message>
    <message>
        <source>Shift ini tidak sedang terbuka di laptop ini.</source>
        <translation>This shift is not open on this laptop.</translation>
    </message>
    <message>
        <source>Shift itu tidak ada. Periksa rencana hari ini, kode kelurahan, atau shift yang terbuka.</source>
        <translation>There is no such shift. Check today's plan, the code of the village, or the shift that is open.</translation>
    </message>
    <message>
        <source>Shift kembali ke tempatnya</source>
        <translation>The shift is back in its place</translation>
    </message>
    <message>
        <source>Shift kunjungan ini sudah ditutup, angkanya tetap. Catat kunjungan baru untuk hasil yang benar.</source>
        <translation>The shift of this visit is closed and its figures stay. Log a new visit for the right result.</translation>
    </message>
    <message>
        <source>Shift lain</source>
        <translation>Other shifts</translation>
    </message>
    <message>
        <source>Shift lain sedang terbuka di laptop ini. Tutup dulu shift itu.</source>
        <translation>Another shift is open on this laptop. Close that one first.</translation>
    </message>
    <message>
        <source>Shift masih terbuka. Begitu laptop dibuka lagi, masuk dan tutup shift itu; isiannya utuh.</source>
        <translation>A shift is still open. Once the laptop opens again, sign in and close it; nothing in it is lost.</translation>
    </message>
    <message>
        <source>Shift sekarang</source>
        <translation>Present shift</translation>
    </message>
    <message>
        <source>Shift seperti semula</source>
        <translation>The shift is as it was</translation>
    </message>
    <message>
        <source>Shift tidak jadi batal</source>
        <translation>The shift takes place after all</translation>
    </message>
    <message>
        <source>Shift tidak jadi ditunda</source>
        <translation>The shift is not postponed after all</translation>
    </message>
    <message>
        <source>Shift {day} masih terbuka</source>
        <translation>The shift of {day} is still open</translation>
    </message>
    <message>
        <source>Shift-nya sudah ditutup, angkanya tetap. Selisih stok dicatat lewat hitung stok.</source>
        <translation>Its shift is closed, the figures stay. A difference of stock is noted by a stock count.</translation>
    </message>
    <message>
        <source>Shift-nya sudah ditutup, jadi catatan ini tetap. Catat kalau kartunya kembali.</source>
        <translation>Its shift is closed, so this entry stays. Note it if the card comes back.</translation>
    </message>
    <message>
        <source>Shift-nya sudah ditutup. Daftar hadir tetap seperti di berita acara.</source>
        <translation>The shift is closed. The attendance stays as the signed record has it.</translation>
    </message>
    <message>
        <source>Shift-nya sudah ditutup. Daftarkan lagi di shift berikutnya.</source>
        <translation>That shift is closed. Register the person again in the next shift.</translation>
    </message>
    <message>
        <source>Shift-nya sudah ditutup. Kendala ini tinggal seperti di berita acara.</source>
        <translation>The shift is closed. This incident stays as the signed record has it.</translation>
    </message>
    <message>
        <source>Shift-nya sudah ditutup. Laporkan ke ketua tim.</source>
        <translation>The shift is closed already. Tell the team lead.</translation>
    </message>
    <message>
        <source>Siang, 12.00–15.00</source>
        <translation>Midday, 12:00–15:00</translation>
    </message>
    <message>
        <source>Siap</source>
        <translation>Ready</translation>
    </message>
    <message>
        <source>Siap cetak (PRR)</source>
        <translation>Ready to print (PRR)</translation>
    </message>
    <message>
        <source>Siap cetak, belum dicetak</source>
        <translation>Ready, not printed</translation>
    </message>
    <message>
        <source>Siap diambil</source>
        <translation>Ready to collect</translation>
    </message>
    <message>
        <source>Siap diambil di sana.</source>
        <translation>Ready to be fetched there.</translation>
    </message>
    <message>
        <source>Siap diambil di {place} sejak {when}, dipegang {who}, {told}.</source>
        <translation>Ready at {place} since {when}, kept by {who}, {told}.</translation>
    </message>
    <message>
        <source>Siap diambil di {place} sejak {when}, dipegang {who}.</source>
        <translation>Ready at {place} since {when}, kept by {who}.</translation>
    </message>
    <message>
        <source>Siap diambil lagi di {place}.</source>
        <translation>Ready again at {place}.</translation>
    </message>
    <message>
        <source>Siap untuk warga berikutnya</source>
        <translation>Ready for the next resident</translation>
    </message>
    <message>
        <source>Siapa</source>
        <translation>Who</translation>
    </message>
    <message>
        <source>Siapa boleh mengambilkan kartu</source>
        <translation>Who may collect a card for somebody</translation>
    </message>
    <message>
        <source>Siapa mengembalikan</source>
        <translation>Who gives back</translation>
    </message>
    <message>
        <source>Siapa pun yang masuk ke akun ini bisa membuka data. Kunci layar kalau laptop ditinggal.</source>
        <translation>Whoever is in this account can open the data. Lock the screen when you leave the laptop.</translation>
    </message>
    <message>
        <source>Siapa saja dengan surat kuasa</source>
        <translation>Anybody with a letter</translation>
    </message>
    <message>
        <source>Siapa yang ada di daftar bisa ditemukan dengan nama, NIK atau KK.</source>
        <translation>Whoever is on the list can be found by name, NIK or KK.</translation>
    </message>
    <message>
        <source>Siapa yang bekerja?</source>
        <translation>Who is working?</translation>
    </message>
    <message>
        <source>Siapa yang masuk ke akun laptop ini bisa membuka datanya. Kunci layar kalau ditinggal.</source>
        <translation>Whoever signs in to this account can open the data. Lock the screen when you leave it.</translation>
    </message>
    <message>
        <source>Siapa yang meminta</source>
        <translation>Who asks</translation>
    </message>
    <message>
        <source>Siapa yang pergi</source>
        <translation>Who goes</translation>
    </message>
    <message>
        <source>Siapa yang tidak bisa datang</source>
        <translation>Who cannot come</translation>
    </message>
    <message>
        <source>Siapkan dari daftar kecamatan, sesudah tiga kali kabar.</source>
        <translation>Prepare them from the list of districts, after three notices.</translation>
    </message>
    <message>
        <source>Siapkan kiriman</source>
        <translation>Prepare a batch</translation>
    </message>
    <message>
        <source>Sidik kunci darurat dicocokkan</source>
        <translation>The print of the rescue key was compared</translation>
    </message>
    <message>
        <source>Simpan</source>
        <translation>Save</translation>
    </message>
    <message>
        <source>Simpan PDF dan Excel</source>
        <translation>Save PDF and Excel</translation>
    </message>
    <message>
        <source>Simpan angka</source>
        <translation>Save figures</translation>
    </message>
    <message>
        <source>Simpan berita acara</source>
        <translation>Save handover record (berita acara)</translation>
    </message>
    <message>
        <source>Simpan berita acara ke mana</source>
        <translation>Where to save the handover record</translation>
    </message>
    <message>
        <source>Simpan berkas</source>
        <translation>Save file</translation>
    </message>
    <message>
        <source>Simpan berkas bantuan</source>
        <translation>Save support file</translation>
    </message>
    <message>
        <source>Simpan bukti untuk meja lain</source>
        <translation>Save receipts for other tables</translation>
    </message>
    <message>
        <source>Simpan daftar hadir ke mana</source>
        <translation>Where to save the attendance list</translation>
    </message>
    <message>
        <source>Simpan daftar hadir warga</source>
        <translation>Save the attendance list</translation>
    </message>
    <message>
        <source>Simpan daftar ke mana</source>
        <translation>Where to save the list</translation>
    </message>
    <message>
        <source>Simpan daftar kesalahan</source>
        <translation>Save the error list</translation>
    </message>
    <message>
        <source>Simpan dan masuk</source>
        <translation>Save and sign in</translation>
    </message>
    <message>
        <source>Simpan dokumen</source>
        <translation>Save documents</translation>
    </message>
    <message>
        <source>Simpan hitungan</source>
        <translation>Save count</translation>
    </message>
    <message>
        <source>Simpan isian</source>
        <translation>Save the form</translation>
    </message>
    <message>
        <source>Simpan isian sekarang. Yang tersimpan aman walau laptop mati. Lalu tutup shift, cadangkan ke USB.</source>
        <translation>Save what is open now. What is saved is safe even if the laptop goes off. Then close the shift, and back up to a USB stick.</translation>
    </message>
    <message>
        <source>Simpan isian sekarang. Yang tersimpan dan {n} orang di antrean aman walau laptop mati.</source>
        <translation>Save what is open now. What is saved and the {n} people in the queue are safe even if the laptop goes off.</translation>
    </message>
    <message>
        <source>Simpan isian, lalu cadangkan; tutup shift kalau antrean kosong. Yang tersimpan aman walau laptop mati.</source>
        <translation>Save what is open, then back up; close the shift if the queue is empty. What is saved is safe even if the laptop goes off.</translation>
    </message>
    <message>
        <source>Simpan kepingnya di kotak kartu rusak.</source>
        <translation>Keep them in the box of spoiled cards.</translation>
    </message>
    <message>
        <source>Simpan keputusan</source>
        <translation>Save decision</translation>
    </message>
    <message>
        <source>Simpan kesalahan</source>
        <translation>Save the errors</translation>
    </message>
    <message>
        <source>Simpan kiriman USB</source>
        <translation>Save the USB bundle</translation>
    </message>
    <message>
        <source>Simpan lembar ke mana</source>
        <translation>Where to save the sheets</translation>
    </message>
    <message>
        <source>Simpan rancangan</source>
        <translation>Save the draft</translation>
    </message>
    <message>
        <source>Simpan salinan ke mana</source>
        <translation>Where to save the copy</translation>
    </message>
    <message>
        <source>Simpan · {queue_no}</source>
        <translation>Save · {queue_no}</translation>
    </message>
    <message>
        <source>Sinkron</source>
        <translation>Sync</translation>
    </message>
    <message>
        <source>Sinkron berhenti</source>
        <translation>Sync has stopped</translation>
    </message>
    <message>
        <source>Sinkron dalam {n} hari</source>
        <translation>Sync within {n} days</translation>
    </message>
    <message>
        <source>Sinkron dijeda</source>
        <translation>Sync paused</translation>
    </message>
    <message>
        <source>Sinkron terakhir</source>
        <translation>Last sync</translation>
    </message>
    <message>
        <source>Sinkron {day} {time}</source>
        <translation>Sync {day} {time}</translation>
    </message>
    <message>
        <source>Sinkronisasi</source>
        <translation>Sync</translation>
    </message>
    <message>
        <source>Sinkronkan</source>
        <translation>Sync</translation>
    </message>
    <message>
        <source>Sinkronkan dulu, atau impor daftar di halaman Kantor.</source>
        <translation>Sync first, or import a list on the Office page.</translation>
    </message>
    <message>
        <source>Sinkronkan dulu, lalu masuk ke akun yang biasa dipakai, atau minta kantor membukanya.</source>
        <translation>Sync first, then sign in to the usual account, or ask the office to open it.</translation>
    </message>
    <message>
        <source>Sinkronkan kalau ada jaringan, dan tutup shift supaya dicadangkan lagi.</source>
        <translation>Sync if there is a network, and close the shift so that it is backed up again.</translation>
    </message>
    <message>
        <source>Sinkronkan kalau ada jaringan; disegel sendiri waktu itu.</source>
        <translation>Sync when there is a network; it is sealed by itself then.</translation>
    </message>
    <message>
        <source>Sinkronkan sekali. Tanpa internet: telepon kantor, dan ketik kodenya di layar masuk.</source>
        <translation>Sync once. Without internet: call the office, and type its code on the sign-in screen.</translation>
    </message>
    <message>
        <source>Sinkronkan sekarang</source>
        <translation>Sync now</translation>
    </message>
    <message>
        <source>Sinkronkan sekarang kalau bisa, lalu pulihkan cadangan terakhir. Jangan hapus berkas apa pun.</source>
        <translation>Sync now if possible, then restore the last backup. Delete no file.</translation>
    </message>
    <message>
        <source>Sinkronkan sekarang, atau lanjutkan</source>
        <translation>Sync now, or go on</translation>
    </message>
    <message>
        <source>Sinyal</source>
        <translation>Signal</translation>
    </message>
    <message>
        <source>Sinyal baik</source>
        <translation>Good signal</translation>
    </message>
    <message>
        <source>Sinyal lemah</source>
        <translation>Weak signal</translation>
    </message>
    <message>
        <source>Sisa</source>
        <translation>Left</translation>
    </message>
    <message>
        <source>Sisa blangko belum dihitung</source>
        <translation>Blanks left not counted yet</translation>
    </message>
    <message>
        <source>Sisa blangko belum dihitung. Shift belum bisa ditutup. Hitung keping di kotak, lalu tulis jumlahnya.</source>
        <translation>The blanks left are not counted yet. The shift cannot be closed yet. Count the blanks in the box, then write the number.</translation>
    </message>
    <message>
        <source>Sisa blangko per hari</source>
        <translation>Blanks left by day</translation>
    </message>
    <message>
        <source>Sisa blangko sekarang {n} keping</source>
        <translation>{n} blanks are left now</translation>
    </message>
    <message>
        <source>Sisa di akhir hari, sampai {day}.</source>
        <translation>Left at the end of the day, until {day}.</translation>
    </message>
    <message>
        <source>Sisa di tangan {n} keping.</source>
        <translation>Blanks left on hand: {n}.</translation>
    </message>
    <message>
        <source>Sisa di {village}</source>
        <translation>Left in {village}</translation>
    </message>
    <message>
        <source>Sisa film di printer</source>
        <translation>Film left in the printer</translation>
    </message>
    <message>
        <source>Sisa kelurahan ini</source>
        <translation>What is left in this village</translation>
    </message>
    <message>
        <source>Sisa per RT, {n} orang</source>
        <translation>Left by RT, {n} people</translation>
    </message>
    <message>
        <source>Sisa per kelurahan, terbanyak dulu</source>
        <translation>Left by village, most first</translation>
    </message>
    <message>
        <source>Sisa pinjamannya {still}, jadi {quantity} terlalu banyak. Hitung lagi; kelebihannya catat sebagai pinjaman.</source>
        <translation>Of the loan {still} are left, so {quantity} is too many. Count again; note what is beyond as a loan.</translation>
    </message>
    <message>
        <source>Sisa ribbon di printer</source>
        <translation>Ribbon left in the printer</translation>
    </message>
    <message>
        <source>Sisa ruang di disk tidak diketahui.</source>
        <translation>How much room is left on the disk is not known.</translation>
    </message>
    <message>
        <source>Sisa terjangkau</source>
        <translation>Left within reach</translation>
    </message>
    <message>
        <source>Sisa terjangkau paling banyak, {left} orang. Tempat terbaik: {site}.</source>
        <translation>Most left within reach, {left} people. Best place: {site}.</translation>
    </message>
    <message>
        <source>Sisa terjangkau {left} orang. Tempat terbaik: {site}.</source>
        <translation>{left} people left within reach. Best place: {site}.</translation>
    </message>
    <message>
        <source>Sisa untuk lurah, tanpa nama</source>
        <translation>What is left, for the lurah, without names</translation>
    </message>
    <message>
        <source>Sisa {free} di disk; data FieldKit {own}.</source>
        <translation>{free} left on the disk; FieldKit's data are {own}.</translation>
    </message>
    <message>
        <source>Sisanya sama, {left} orang, dan tempatnya setara: {site}.</source>
        <translation>As many left, {left} people, and the place is as good: {site}.</translation>
    </message>
    <message>
        <source>Sisanya sama, {left} orang, tetapi tempatnya lebih sulit: {site}.</source>
        <translation>As many left, {left} people, but the place is harder: {site}.</translation>
    </message>
    <message>
        <source>Sisanya {amount}, sehari {n} kartu. Keluarkan dari gudang (2), atau atur ulang jadwal cetaknya.</source>
        <translation>Left: {amount}; {n} cards a day. Issue from the store (2), or plan its printing anew.</translation>
    </message>
    <message>
        <source>Sistem laptop ini tidak memberi tahu.</source>
        <translation>The system of this laptop does not tell.</translation>
    </message>
    <message>
        <source>Sore, 15.00–18.00</source>
        <translation>Afternoon, 15:00–18:00</translation>
    </message>
    <message>
        <source>Spasi</source>
        <translation>Space</translation>
    </message>
    <message>
        <source>Status</source>
        <translation>Status</translation>
    </message>
    <message>
        <source>Status dan angka dari pusat</source>
        <translation>Statuses and figures of the centre</translation>
    </message>
    <message>
        <source>Status kosong. Baris ini tidak diambil.</source>
        <translation>The status is empty. This row is not taken.</translation>
    </message>
    <message>
        <source>Status lain</source>
        <translation>Another status</translation>
    </message>
    <message>
        <source>Status tak dikenal</source>
        <translation>Unknown status</translation>
    </message>
    <message>
        <source>Status warga</source>
        <translation>Statuses of people</translation>
    </message>
    <message>
        <source>Stok blangko</source>
        <translation>Stock of blanks</translation>
    </message>
    <message>
        <source>Stok blangko dan letak kartu di internet</source>
        <translation>Stock of blanks and place of cards on the internet</translation>
    </message>
    <message>
        <source>Stok blangko hari ini</source>
        <translation>Stock of blanks today</translation>
    </message>
    <message>
        <source>Stok dicatat oleh petugas meja dan penyimpan blangko. Minta salah satu masuk.</source>
        <translation>Stock is noted by the table's officers and the stock keeper. Ask one of them to sign in.</translation>
    </message>
    <message>
        <source>Stok penerima ini tercatat di bawah 0, artinya ada yang belum dicatat. Jelaskan dulu lewat Hitung stok, atau putuskan kasusnya di Sinkronisasi. Sesudah itu bisa diberi lagi.</source>
        <translation>The stock of this receiver is below 0 on record, so something was not noted. Explain it first by a stock count, or decide the case in Sync. After that it can be given again.</translation>
    </message>
    <message>
        <source>Struk 58 mm</source>
        <translation>Slip 58 mm</translation>
    </message>
    <message>
        <source>Struk 80 mm</source>
        <translation>Slip 80 mm</translation>
    </message>
    <message>
        <source>Sudah</source>
        <translation>Done</translation>
    </message>
    <message>
        <source>Sudah ada</source>
        <translation>Already here</translation>
    </message>
    <message>
        <source>Sudah ada catatan lain sesudahnya. Lihat kabarnya di panel kanan.</source>
        <translation>Something else was noted after it. See its notices in the panel on the right.</translation>
    </message>
    <message>
        <source>Sudah ada catatan lain sesudahnya. Lihat kisah kartunya, lalu catat lagi.</source>
        <translation>Something else was noted after it. Look at the story of the card, then note it anew.</translation>
    </message>
    <message>
        <source>Sudah ada di antrean dengan nomor {number}. Catat hasilnya di sana.</source>
        <translation>In the queue already, number {number}. Log the outcome there.</translation>
    </message>
    <message>
        <source>Sudah ada di berita acara yang ditandatangani, jadi tidak diurungkan. Kalau keliru, hitung stok.</source>
        <translation>It stands in a signed handover record, so it is not undone. If it is wrong, count the stock.</translation>
    </message>
    <message>
        <source>Sudah di tempat</source>
        <translation>At its place</translation>
    </message>
    <message>
        <source>Sudah diambil pemiliknya, jadi tidak ikut dihitung. Resi {ref}.</source>
        <translation>Fetched by its owner, so it is not counted. Receipt {ref}.</translation>
    </message>
    <message>
        <source>Sudah dibacakan</source>
        <translation>I have read it out</translation>
    </message>
    <message>
        <source>Sudah dibetulkan</source>
        <translation>Corrected</translation>
    </message>
    <message>
        <source>Sudah dibetulkan dengan catatan lain</source>
        <translation>Corrected already by other records</translation>
    </message>
    <message>
        <source>Sudah dibuka dan diperiksa saat dibuat. Di laptop ini ada {n} cadangan.</source>
        <translation>It was opened and checked when it was made. Backups on this laptop: {n}.</translation>
    </message>
    <message>
        <source>Sudah dibuka dan diperiksa. Salin ke USB kalau laptop ini akan ditinggal.</source>
        <translation>It was opened and checked. Copy it to a USB stick if this laptop is left behind.</translation>
    </message>
    <message>
        <source>Sudah dicabut.</source>
        <translation>It was revoked.</translation>
    </message>
    <message>
        <source>Sudah dicatat</source>
        <translation>Written down</translation>
    </message>
    <message>
        <source>Sudah dicatat selesai. Kembalikan ke antrean dulu kalau {step} memang benar.</source>
        <translation>Already logged as finished. Put it back in the queue first if {step} is really right.</translation>
    </message>
    <message>
        <source>Sudah dicetak</source>
        <translation>Printed</translation>
    </message>
    <message>
        <source>Sudah diganti</source>
        <translation>Replaced</translation>
    </message>
    <message>
        <source>Sudah dipanggil lagi. Catat hasilnya di antrean.</source>
        <translation>Called again already. Note the outcome in the queue.</translation>
    </message>
    <message>
        <source>Sudah diperiksa</source>
        <translation>Checked</translation>
    </message>
    <message>
        <source>Sudah direkam di sini, pusat belum tahu. Kirim lagi dari alatnya, lalu minta status baru.</source>
        <translation>Recorded here, and the centre does not know yet. Send again from the set, then ask for new statuses.</translation>
    </message>
    <message>
        <source>Sudah direkam di {where}, {on}. Rekam lagi membuat data ganda dan kartunya tidak bisa dicetak. Pilih Sudah pernah, kantor yang melanjutkan.</source>
        <translation>Already recorded at {where}, {on}. Recording again makes a double and the card cannot be printed. Choose Recorded before, the office takes it from there.</translation>
    </message>
    <message>
        <source>Sudah direkam di {where}. Rekam lagi membuat data ganda dan kartunya tidak bisa dicetak. Pilih Sudah pernah, kantor yang melanjutkan.</source>
        <translation>Already recorded at {where}. Recording again makes a double and the card cannot be printed. Choose Recorded before, the office takes it from there.</translation>
    </message>
    <message>
        <source>Sudah direkam. Kartu belum dicetak, masih menunggu giliran.</source>
        <translation>Recorded. The card is not printed yet, it waits its turn.</translation>
    </message>
    <message>
        <source>Sudah diserahkan. Resi {ref}.</source>
        <translation>Handed over. Receipt {ref}.</translation>
    </message>
    <message>
        <source>Sudah ditandatangani</source>
        <translation>Already signed</translation>
    </message>
    <message>
        <source>Sudah ditelepon</source>
        <translation>Called</translation>
    </message>
    <message>
        <source>Sudah ditelepon, lewat RT atau keluarga</source>
        <translation>Called, through the RT or family</translation>
    </message>
    <message>
        <source>Sudah diterima pusat</source>
        <translation>Received by the centre</translation>
    </message>
    <message>
        <source>Sudah diundang</source>
        <translation>Invited</translation>
    </message>
    <message>
        <source>Sudah ketemu</source>
        <translation>Found</translation>
    </message>
    <message>
        <source>Sudah lama</source>
        <translation>For how long</translation>
    </message>
    <message>
        <source>Sudah lewat {target}: {names}</source>
        <translation>Past {target}: {names}</translation>
    </message>
    <message>
        <source>Sudah mengajukan, belum pernah dikabari</source>
        <translation>Applied, never told</translation>
    </message>
    <message>
        <source>Sudah pernah</source>
        <translation>Recorded before</translation>
    </message>
    <message>
        <source>Sudah pernah direkam</source>
        <translation>Recorded before</translation>
    </message>
    <message>
        <source>Sudah pernah direkam. Rekam lagi membuat data ganda dan kartunya tidak bisa dicetak. Pilih Tidak bisa direkam, tulis sebabnya, dan kantor yang memutuskan.</source>
        <translation>Recorded before. A second recording makes double data, and the card can not be printed. Choose Can not be recorded, write why, and let the office decide.</translation>
    </message>
    <message>
        <source>Sudah rekam</source>
        <translation>Recorded</translation>
    </message>
    <message>
        <source>Sudah terbit, tapi</source>
        <translation>Published, but</translation>
    </message>
    <message>
        <source>Sudah terekam</source>
        <translation>Recorded</translation>
    </message>
    <message>
        <source>Sudah {n} dari 3 kabar.</source>
        <translation>{n} of 3 notices so far.</translation>
    </message>
    <message>
        <source>Sudah {n} hari laptop ini tidak terhubung ke pusat, batasnya {most} hari. Daftar dan isian tidak dibuka dulu. Tidak ada yang hilang.</source>
        <translation>This laptop has not reached the centre for {n} days; the limit is {most} days. Lists and entries stay closed for now. Nothing is lost.</translation>
    </message>
    <message>
        <source>Sudah {n} orang terekam. Total yang dibagi harus lebih dari itu.</source>
        <translation>{n} people are recorded already. The total to share out must be more than that.</translation>
    </message>
    <message>
        <source>Suket</source>
        <translation>Interim letter</translation>
    </message>
    <message>
        <source>Suket berakhir sebelum aturannya mulai. Tulis hari terakhir sesudah hari mulai, atau kosongkan.</source>
        <translation>The interim letter ends before its rule begins. Write a last day after the first, or leave it empty.</translation>
    </message>
    <message>
        <source>Suket pengganti KTP-el</source>
        <translation>Interim letter in place of the card</translation>
    </message>
    <message>
        <source>Sumber</source>
        <translation>Source</translation>
    </message>
    <message>
        <source>Sumber lokal hanya menyebut persen. Selisih ini berlaku bila wajib KTP-nya sama dengan pusat, dan itu belum diketahui.</source>
        <translation>The local source tells a percentage only. This gap holds if its base is that of the centre, and that is not known.</translation>
    </message>
    <message>
        <source>Surat</source>
        <translation>Paper</translation>
    </message>
    <message>
        <source>Surat &amp; sertifikat</source>
        <translation>Letters &amp; certificates</translation>
    </message>
    <message>
        <source>Surat atau nomor seri</source>
        <translation>Letter or serial numbers</translation>
    </message>
    <message>
        <source>Surat kehilangan dari polisi dilihat</source>
        <translation>Police letter of loss seen</translation>
    </message>
    <message>
        <source>Surat kuasa</source>
        <translation>With a letter</translation>
    </message>
    <message>
        <source>Surat lain</source>
        <translation>Another paper</translation>
    </message>
    <message>
        <source>Surat pemberitahuan</source>
        <translation>Written notice</translation>
    </message>
    <message>
        <source>Surat pemberitahuan dibuat untuk laptop yang hilang.</source>
        <translation>A written notice is made for a laptop that is lost.</translation>
    </message>
    <message>
        <source>Surat pemberitahuan tersimpan</source>
        <translation>The written notice was saved</translation>
    </message>
    <message>
        <source>Surat penunjukan cetak petugas ini belum tercatat atau sudah lewat. Minta petugas cetak lain, atau hubungi kantor.</source>
        <translation>No valid letter of appointment for printing is on record for this officer. Ask another print operator, or call the office.</translation>
    </message>
    <message>
        <source>Surat petugas</source>
        <translation>Staff papers</translation>
    </message>
    <message>
        <source>Surat pindah</source>
        <translation>Moving letter</translation>
    </message>
    <message>
        <source>Surat pindah (SKPWNI) dilihat</source>
        <translation>Moving letter (SKPWNI) seen</translation>
    </message>
    <message>
        <source>Surat tugas</source>
        <translation>Assignment letter</translation>
    </message>
    <message>
        <source>Surat: {number}</source>
        <translation>Letter: {number}</translation>
    </message>
    <message>
        <source>Tabel</source>
        <translation>Table</translation>
    </message>
    <message>
        <source>Tabel itu tidak ada. Yang ada: {names}.</source>
        <translation>There is no such table. There are: {names}.</translation>
    </message>
    <message>
        <source>Tadi sudah terdaftar, {queue_no}</source>
        <translation>Registered before, {queue_no}</translation>
    </message>
    <message>
        <source>Tak ada, disahkan</source>
        <translation>Not found, approved</translation>
    </message>
    <message>
        <source>Tambah</source>
        <translation>Add</translation>
    </message>
    <message>
        <source>Tambah atau ubah wilayah</source>
        <translation>Add or change an area</translation>
    </message>
    <message>
        <source>Tambah koreksi &amp; tanda tangani</source>
        <translation>Add correction &amp; sign</translation>
    </message>
    <message>
        <source>Tambah koreksi untuk {shift}</source>
        <translation>Add a correction for {shift}</translation>
    </message>
    <message>
        <source>Tambah pengguna</source>
        <translation>Add a user</translation>
    </message>
    <message>
        <source>Tambah pengguna; di isian: tanda tangani dengan PIN</source>
        <translation>Add a user; in a form: sign with the PIN</translation>
    </message>
    <message>
        <source>Tambah petugas</source>
        <translation>Add somebody</translation>
    </message>
    <message>
        <source>Tambah {name}</source>
        <translation>Add {name}</translation>
    </message>
    <message>
        <source>Tambah, ganti peran, kode PIN, akhiri atau aktifkan, surat</source>
        <translation>Add, another role, PIN code, end or activate, letters</translation>
    </message>
    <message>
        <source>Tambahkan</source>
        <translation>Add</translation>
    </message>
    <message>
        <source>Tampil setelah yang di atas dihubungi.</source>
        <translation>They come once those above were called.</translation>
    </message>
    <message>
        <source>Tampil {n} orang pertama; pilih kelurahannya, atau cetak.</source>
        <translation>The first {n} people are shown; choose the village, or print.</translation>
    </message>
    <message>
        <source>Tampilan</source>
        <translation>View</translation>
    </message>
    <message>
        <source>Tampilkan</source>
        <translation>Show</translation>
    </message>
    <message>
        <source>Tampilkan juga</source>
        <translation>Show too</translation>
    </message>
    <message>
        <source>Tampilkan juga yang sudah lewat target</source>
        <translation>Show those past the target too</translation>
    </message>
    <message>
        <source>Tanda kutip mungkin menggabungkan dua sel di baris ini, jadi isinya tergeser. Cocokkan dengan KK.</source>
        <translation>A quotation mark may have joined two cells of this row, so what follows is shifted. Compare it with the family card.</translation>
    </message>
    <message>
        <source>Tanda tangan diragukan</source>
        <translation>Signature in doubt</translation>
    </message>
    <message>
        <source>Tanda tangan ini tidak cocok dengan kunci yang dikenal pusat. Sinkronkan dulu, lalu coba lagi.</source>
        <translation>This signature does not fit a key that the centre knows. Sync first, then try again.</translation>
    </message>
    <message>
        <source>Tanda tangan ketua tim</source>
        <translation>Team lead's signature</translation>
    </message>
    <message>
        <source>Tanda tangan kiriman ini bukan dari laptop {prefix}.</source>
        <translation>The signature of this bundle is not that of laptop {prefix}.</translation>
    </message>
    <message>
        <source>Tanda tangan perintah ini tidak cocok dengan kunci yang dikenal. Tidak dijalankan.</source>
        <translation>The signature of this order fits no known key. It was not carried out.</translation>
    </message>
    <message>
        <source>Tanda tangan {unsigned} tutup shift tidak cocok. Tetap dibawa ke pusat, tapi tidak dihitung di sini.</source>
        <translation>The signature of {unsigned} closings does not fit. They are carried to the centre all the same, but do not count here.</translation>
    </message>
    <message>
        <source>Tanda tangani</source>
        <translation>Sign</translation>
    </message>
    <message>
        <source>Tanda tangani penerimaan {n} kartu</source>
        <translation>Sign for receiving {n} cards</translation>
    </message>
    <message>
        <source>Tanda tangani penutupan tim, {shift}</source>
        <translation>Sign the team closing, {shift}</translation>
    </message>
    <message>
        <source>Tanda tangani penutupan {shift}</source>
        <translation>Sign the closing of {shift}</translation>
    </message>
    <message>
        <source>Tanda tangani selisih</source>
        <translation>Sign the difference</translation>
    </message>
    <message>
        <source>Tanda tangani target</source>
        <translation>Sign targets</translation>
    </message>
    <message>
        <source>Tanda tangani {n} kartu ke {name}</source>
        <translation>Sign for {n} cards to {name}</translation>
    </message>
    <message>
        <source>Tanda tangani {n} target</source>
        <translation>Sign {n} targets</translation>
    </message>
    <message>
        <source>Tanda tangani, kirim</source>
        <translation>Sign and send</translation>
    </message>
    <message>
        <source>Tanda tangannya tidak ada, atau tidak cocok dengan kunci yang dikenal pusat. Catatan disimpan dan tampil sebagai diragukan, kantor memeriksa.</source>
        <translation>Its signature is missing, or does not fit a key that the centre knows. The record is kept and shown as doubted; the office looks into it.</translation>
    </message>
    <message>
        <source>Tanda tangannya tidak cocok, jadi angkanya tidak dihitung. Tanyakan ke meja itu.</source>
        <translation>The signature does not match, so the figures are not counted. Ask that table.</translation>
    </message>
    <message>
        <source>Tandai</source>
        <translation>Tick</translation>
    </message>
    <message>
        <source>Tandai hilang</source>
        <translation>Mark lost</translation>
    </message>
    <message>
        <source>Tandai rusak</source>
        <translation>Mark as damaged</translation>
    </message>
    <message>
        <source>Tandai tidak ada</source>
        <translation>Mark as missing</translation>
    </message>
    <message>
        <source>Tanggal</source>
        <translation>Date</translation>
    </message>
    <message>
        <source>Tanggal ini sudah lewat. Tulis hari yang masih bisa didatangi, atau kosongkan.</source>
        <translation>This day is over. Write a day on which somebody can still go, or leave it empty.</translation>
    </message>
    <message>
        <source>Tanggal ini tidak terbaca. Tulis seperti 23-02-2019.</source>
        <translation>This date cannot be read. Write it like 23-02-2019.</translation>
    </message>
    <message>
        <source>Tanggal itu sudah lewat. Tulis hari ini atau sesudahnya.</source>
        <translation>That day is over. Write today or a later day.</translation>
    </message>
    <message>
        <source>Tanggal keadaan ini belum terjadi. Periksa tanggal di berkas.</source>
        <translation>This date is still to come. Check the date in the file.</translation>
    </message>
    <message>
        <source>Tanggal kosong: tanpa akhir. Sesudah tanggalnya daftar hilang dari laptop.</source>
        <translation>No date: no end. After its date the list leaves the laptop.</translation>
    </message>
    <message>
        <source>Tanggal lahir</source>
        <translation>Date of birth</translation>
    </message>
    <message>
        <source>Tanggal lahir di berkas lain dari yang di sini. Statusnya diambil; cocokkan dengan KK.</source>
        <translation>The birth date in the file differs from the one here. The status is taken; compare with the KK.</translation>
    </message>
    <message>
        <source>Tanggal lahir ini tidak terbaca atau tidak mungkin. Tulis seperti 12-11-1987, atau kosongkan.</source>
        <translation>This date of birth can not be read or can not be. Write it like 12-11-1987, or leave it empty.</translation>
    </message>
    <message>
        <source>Tanggal lahir kosong</source>
        <translation>No birth date</translation>
    </message>
    <message>
        <source>Tanggal lahir tidak terbaca, jadi tidak diambil. Cocokkan dengan KK di meja.</source>
        <translation>The date of birth cannot be read, so it is not taken in. Compare with the KK at the table.</translation>
    </message>
    <message>
        <source>Tanggal lahirnya berbeda. Cocokkan dulu dengan KK.</source>
        <translation>The birth dates differ. Check against the family card first.</translation>
    </message>
    <message>
        <source>Tanggal pengganti</source>
        <translation>New date</translation>
    </message>
    <message>
        <source>Tanggal pengganti belum ditulis, atau sama.</source>
        <translation>The new date is not written yet, or is the same.</translation>
    </message>
    <message>
        <source>Tanggal shift belum ditulis, misalnya 27-02-2019.</source>
        <translation>The date of the shift is not written yet, such as 27-02-2019.</translation>
    </message>
    <message>
        <source>Tanggal surat</source>
        <translation>Date of the paper</translation>
    </message>
    <message>
        <source>Tanggal surat belum ditulis. Boleh dikosongkan, tetapi kantor akan menanyakannya.</source>
        <translation>The date of the paper is not written yet. It may stay empty, but the office will ask for it.</translation>
    </message>
    <message>
        <source>Tanggal surat ini belum terjadi. Cocokkan lagi dengan surat.</source>
        <translation>This date has not come yet. Compare it with the paper again.</translation>
    </message>
    <message>
        <source>Tanggal {day}-{month}-{year} di NIK tidak ada di kalender. Cocokkan dengan KK. Kalau KK sama, lanjutkan saja.</source>
        <translation>The date {day}-{month}-{year} in the NIK is not in the calendar. Compare with the KK. If the KK says the same, just go on.</translation>
    </message>
    <message>
        <source>Tanggalnya belum ditulis, misalnya 27-02-2019.</source>
        <translation>The date is not written yet, such as 27-02-2019.</translation>
    </message>
    <message>
        <source>Tanpa HP</source>
        <translation>No phone</translation>
    </message>
    <message>
        <source>Tanpa NIK. Orangnya tetap dicatat, lalu dirujuk untuk biodata (F-1.01).</source>
        <translation>No NIK. The person is still logged, then referred for biodata (F-1.01).</translation>
    </message>
    <message>
        <source>Tanpa RT</source>
        <translation>Without RT</translation>
    </message>
    <message>
        <source>Tanpa RW</source>
        <translation>Without RW</translation>
    </message>
    <message>
        <source>Tanpa frasa itu data tidak bisa dibuka, juga oleh yang memegang laptop.</source>
        <translation>Without it the data can not be opened, not even by whoever holds the laptop.</translation>
    </message>
    <message>
        <source>Tanpa internet: telepon kantor, bacakan kode ini, lalu ketik jawabannya.</source>
        <translation>Without internet: call the office, read this code out, then type the answer.</translation>
    </message>
    <message>
        <source>Tanpa jadwal</source>
        <translation>No planned shift</translation>
    </message>
    <message>
        <source>Tanpa listrik</source>
        <translation>No power</translation>
    </message>
    <message>
        <source>Tanpa nama warga, boleh dibagikan ke lurah.</source>
        <translation>Without names of residents; it may be given to the lurah.</translation>
    </message>
    <message>
        <source>Tanpa sinyal</source>
        <translation>No signal</translation>
    </message>
    <message>
        <source>Tanpa tim</source>
        <translation>No team</translation>
    </message>
    <message>
        <source>Tanyakan setiap kali.</source>
        <translation>Ask every time.</translation>
    </message>
    <message>
        <source>Target</source>
        <translation>People aimed at</translation>
    </message>
    <message>
        <source>Target cakupan</source>
        <translation>Target of coverage</translation>
    </message>
    <message>
        <source>Target desa/kelurahan</source>
        <translation>Targets of villages</translation>
    </message>
    <message>
        <source>Target dibagi ke {n} tempat</source>
        <translation>Target shared out among {n} places</translation>
    </message>
    <message>
        <source>Target ditandatangani</source>
        <translation>Targets signed</translation>
    </message>
    <message>
        <source>Target kecamatan {n}, jumlah target desa/kelurahannya {m}. Tidak disamakan sendiri.</source>
        <translation>Target of the district {n}, its villages together {m}. Nothing is evened out by itself.</translation>
    </message>
    <message>
        <source>Target orang</source>
        <translation>Target people</translation>
    </message>
    <message>
        <source>Target per tempat</source>
        <translation>Targets by place</translation>
    </message>
    <message>
        <source>Target seperti semula</source>
        <translation>Targets as before</translation>
    </message>
    <message>
        <source>Target tercapai</source>
        <translation>Target met</translation>
    </message>
    <message>
        <source>Target tidak bisa di bawah nol.</source>
        <translation>The target can not be below zero.</translation>
    </message>
    <message>
        <source>Target {name} dicabut</source>
        <translation>Target of {name} taken back</translation>
    </message>
    <message>
        <source>Target {name}: {n} orang</source>
        <translation>Target of {name}: {n} people</translation>
    </message>
    <message>
        <source>Target {n} orang sampai {day}.</source>
        <translation>Target {n} people by {day}.</translation>
    </message>
    <message>
        <source>Target {target} tercapai, kini {n} orang.</source>
        <translation>Target {target} reached, {n} people now.</translation>
    </message>
    <message>
        <source>Targetnya harus 1 orang atau lebih.</source>
        <translation>The target has to be 1 person or more.</translation>
    </message>
    <message>
        <source>Targetnya sudah diganti sesudah itu, jadi tidak diurungkan. Tulis target yang benar.</source>
        <translation>The target was changed since, so nothing is undone. Write the right target.</translation>
    </message>
    <message>
        <source>Tarik</source>
        <translation>Withdraw</translation>
    </message>
    <message>
        <source>Tarik berkas</source>
        <translation>Take the file back</translation>
    </message>
    <message>
        <source>Tarik berkas yang salah, atau berlakukan lagi</source>
        <translation>Take a wrong file back, or let it count again</translation>
    </message>
    <message>
        <source>Tarik dengan tanda tangan</source>
        <translation>Sign the withdrawal</translation>
    </message>
    <message>
        <source>Tarik permintaan</source>
        <translation>Withdraw the request</translation>
    </message>
    <message>
        <source>Tarik usulan</source>
        <translation>Take the proposal back</translation>
    </message>
    <message>
        <source>Tarik: {rule}</source>
        <translation>Withdraw: {rule}</translation>
    </message>
    <message>
        <source>Taruh</source>
        <translation>Put away</translation>
    </message>
    <message>
        <source>Taruh di tempat ambil, serahkan</source>
        <translation>Put where it is collected, hand over</translation>
    </message>
    <message>
        <source>Taruh dulu kartunya di tempat ambil dengan T, lalu cetak daftarnya.</source>
        <translation>First put the cards where they are collected with T, then print the list.</translation>
    </message>
    <message>
        <source>Taruh, siap diambil</source>
        <translation>Put away, ready to collect</translation>
    </message>
    <message>
        <source>Telepon</source>
        <translation>By phone</translation>
    </message>
    <message>
        <source>Telepon warganya, lalu catat hasilnya.</source>
        <translation>Call the person, then note the result.</translation>
    </message>
    <message>
        <source>Tempat</source>
        <translation>Place</translation>
    </message>
    <message>
        <source>Tempat belum diisi. Di mana mejanya?</source>
        <translation>The place is empty. Where is the table?</translation>
    </message>
    <message>
        <source>Tempat belum dipilih.</source>
        <translation>No place is chosen yet.</translation>
    </message>
    <message>
        <source>Tempat belum dipilih. Pilih tempat yang ada, atau tulis baru.</source>
        <translation>No place is chosen yet. Choose one of the list, or write a new one.</translation>
    </message>
    <message>
        <source>Tempat ini tidak ada lagi di daftar.</source>
        <translation>This place is no longer in the list.</translation>
    </message>
    <message>
        <source>Tempat ini tidak punya target.</source>
        <translation>This place has no target.</translation>
    </message>
    <message>
        <source>Tempat itu di luar daerah ini.</source>
        <translation>That place is outside this regency.</translation>
    </message>
    <message>
        <source>Tempat kartu</source>
        <translation>Place of a card</translation>
    </message>
    <message>
        <source>Tempat kedua</source>
        <translation>Second place</translation>
    </message>
    <message>
        <source>Tempat kedua belum ada: kalau laptop hilang, cadangannya ikut hilang.</source>
        <translation>There is no second place yet: if the laptop is lost, its backups are lost with it.</translation>
    </message>
    <message>
        <source>Tempat kedua dipilih</source>
        <translation>The second place is chosen</translation>
    </message>
    <message>
        <source>Tempat kedua tidak terpasang, jadi isinya belum dihitung.</source>
        <translation>The second place is not plugged in, so what is in it was not counted.</translation>
    </message>
    <message>
        <source>Tempat kedua tidak terpasang. Pasang USB-nya, lalu cadangkan lagi.</source>
        <translation>The second place is not there. Plug the USB stick in, then back up again.</translation>
    </message>
    <message>
        <source>Tempat kedua untuk cadangan</source>
        <translation>Second place for backups</translation>
    </message>
    <message>
        <source>Tempat kedua untuk cadangan tidak terpasang.</source>
        <translation>The second place for backups is not there.</translation>
    </message>
    <message>
        <source>Tempat lain</source>
        <translation>Another place</translation>
    </message>
    <message>
        <source>Tempat serah</source>
        <translation>Where</translation>
    </message>
    <message>
        <source>Tempat shift tercatat</source>
        <translation>The place of the shift is noted</translation>
    </message>
    <message>
        <source>Tempat terbaik: {site}. Sisa terjangkau {left} orang.</source>
        <translation>Best place: {site}. {left} people left within reach.</translation>
    </message>
    <message>
        <source>Tempat terhadap target</source>
        <translation>Places against the target</translation>
    </message>
    <message>
        <source>Tempat terkecil</source>
        <translation>The smallest place</translation>
    </message>
    <message>
        <source>Tempat tinggal</source>
        <translation>Residence</translation>
    </message>
    <message>
        <source>Tempat umum</source>
        <translation>Public place</translation>
    </message>
    <message>
        <source>Tempat, jam diisi sendiri</source>
        <translation>Place and hours by hand</translation>
    </message>
    <message>
        <source>Tempatnya belum dicek: sinyal, listrik, dan jalan ke sana belum dicatat.</source>
        <translation>The place is not checked: signal, power and the way there are not noted.</translation>
    </message>
    <message>
        <source>Tempatnya belum ditulis. Satu lot bisa datang dari beberapa tempat, jadi sebut namanya.</source>
        <translation>The place is not written yet. One lot can come from several places, so name it.</translation>
    </message>
    <message>
        <source>Tempatnya belum ditulis. Tulis di mana dicetak.</source>
        <translation>The place is missing. Write where it is printed.</translation>
    </message>
    <message>
        <source>Tempatnya belum ditulis. Tulis di mana kartunya ditaruh.</source>
        <translation>The place is missing. Write where the card was put.</translation>
    </message>
    <message>
        <source>Tempatnya di luar wilayah laptop ini. Catatan disimpan, kantor yang memastikan.</source>
        <translation>The place is outside this laptop's area. The entry is kept, the office confirms it.</translation>
    </message>
    <message>
        <source>Tempatnya lebih sulit: {site}. Sisa terjangkau {left} orang.</source>
        <translation>A harder place: {site}. {left} people left within reach.</translation>
    </message>
    <message>
        <source>Tempatnya setara, {site}, dan sisanya sama: {left} orang.</source>
        <translation>As good a place, {site}, and as many left: {left} people.</translation>
    </message>
    <message>
        <source>Tempatnya setara, {site}, tetapi sisanya lebih sedikit: {left} orang.</source>
        <translation>As good a place, {site}, but fewer left: {left} people.</translation>
    </message>
    <message>
        <source>Templat kantor</source>
        <translation>The office's templates</translation>
    </message>
    <message>
        <source>Templat kantor rusak, dengan barisnya: {names}.</source>
        <translation>Templates of the office are broken, with the line: {names}.</translation>
    </message>
    <message>
        <source>Templat kantor tidak selesai diisi, atau hasilnya terlalu besar.</source>
        <translation>The office's template does not come to an end, or what it makes is too large.</translation>
    </message>
    <message>
        <source>Templat kantor {name} rusak di baris {line}.</source>
        <translation>The office's template {name} is broken in line {line}.</translation>
    </message>
    <message>
        <source>Templat {name} tidak ditemukan.</source>
        <translation>Template {name} was not found.</translation>
    </message>
    <message>
        <source>Tentang</source>
        <translation>About</translation>
    </message>
    <message>
        <source>Tentang FieldKit</source>
        <translation>About FieldKit</translation>
    </message>
    <message>
        <source>Tentang FieldKit: versi dan lisensi</source>
        <translation>About FieldKit: version and licences</translation>
    </message>
    <message>
        <source>Terakhir melapor</source>
        <translation>Last report</translation>
    </message>
    <message>
        <source>Terakhir melapor {when}, {waiting}.</source>
        <translation>Last reported {when}, {waiting}.</translation>
    </message>
    <message>
        <source>Terakhir tidak terhubung, boleh dicoba lagi kapan saja.</source>
        <translation>Not reached last time; try again at any time.</translation>
    </message>
    <message>
        <source>Terakhir {day}, {queue_no}: {reason}, {outcome}. Ctrl+P mencetak resinya lagi.</source>
        <translation>Last {day}, {queue_no}: {reason}, {outcome}. Ctrl+P prints that receipt again.</translation>
    </message>
    <message>
        <source>Terang</source>
        <translation>Light</translation>
    </message>
    <message>
        <source>Terbaru per {day}</source>
        <translation>Newest as of {day}</translation>
    </message>
    <message>
        <source>Terbit</source>
        <translation>Published</translation>
    </message>
    <message>
        <source>Terbitkan</source>
        <translation>Publish</translation>
    </message>
    <message>
        <source>Terbitkan yang tampil; di isian: simpan</source>
        <translation>Publish what is shown; in a form: save</translation>
    </message>
    <message>
        <source>Terbuka</source>
        <translation>Open</translation>
    </message>
    <message>
        <source>Terbuka {n} hari lagi tanpa kabar, dari {all}.</source>
        <translation>Opens for {n} more days without contact, of {all}.</translation>
    </message>
    <message>
        <source>Tercatat sudah pernah direkam, kantor yang melanjutkan.</source>
        <translation>Logged as recorded before, the office takes it from there.</translation>
    </message>
    <message>
        <source>Tercatat {n}</source>
        <translation>On record {n}</translation>
    </message>
    <message>
        <source>Tercatat {time}. Aman di laptop ini.</source>
        <translation>Logged {time}. Safe on this laptop.</translation>
    </message>
    <message>
        <source>Tercatat, warga diarahkan mengambil kartunya.</source>
        <translation>Noted, the resident is sent to collect the card.</translation>
    </message>
    <message>
        <source>Tercetak</source>
        <translation>Printed</translation>
    </message>
    <message>
        <source>Tercetak dua kali</source>
        <translation>Printed twice</translation>
    </message>
    <message>
        <source>Tercetak dua kali, satu keping ke kotak</source>
        <translation>Printed twice, one piece into the box</translation>
    </message>
    <message>
        <source>Terdaftar</source>
        <translation>Registered</translation>
    </message>
    <message>
        <source>Terdaftar sebagai {origin}, {place}.</source>
        <translation>Registered as {origin}, {place}.</translation>
    </message>
    <message>
        <source>Terekam</source>
        <translation>Recorded</translation>
    </message>
    <message>
        <source>Terekam + catatan</source>
        <translation>Recorded + note</translation>
    </message>
    <message>
        <source>Terekam dari daftar</source>
        <translation>Recorded of the list</translation>
    </message>
    <message>
        <source>Terekam dari yang terjangkau</source>
        <translation>Recorded of those within reach</translation>
    </message>
    <message>
        <source>Terekam hari ini</source>
        <translation>Recorded today</translation>
    </message>
    <message>
        <source>Terekam per setengah jam</source>
        <translation>Recorded per half hour</translation>
    </message>
    <message>
        <source>Terekam {done} dari {total} orang. Kelurahan ini {share} dari {all} orang di daftar laptop ini.</source>
        <translation>Recorded {done} of {total} people. This village is {share} of the {all} people on the lists of this laptop.</translation>
    </message>
    <message>
        <source>Terhapus di pusat; laptop menghapusnya pada sinkron berikutnya (server erasures). Kertas, ekspor dan cadangan lama tidak terjangkau: lihat docs/operating.md.</source>
        <translation>Erased at the centre; laptops erase it at their next sync (server erasures). Paper, exports and old backups are out of reach: see docs/operating.md.</translation>
    </message>
    <message>
        <source>Terima</source>
        <translation>Receive</translation>
    </message>
    <message>
        <source>Terima di kecamatan</source>
        <translation>Receive at the district</translation>
    </message>
    <message>
        <source>Terjangkau</source>
        <translation>Reachable</translation>
    </message>
    <message>
        <source>Terkirim</source>
        <translation>Sent</translation>
    </message>
    <message>
        <source>Terkirim ke pusat (SFE)</source>
        <translation>Sent to the centre (SFE)</translation>
    </message>
    <message>
        <source>Terkirim lama dan belum ada jawaban. Tanyakan ke pusat; jangan janjikan tanggal.</source>
        <translation>Sent long ago, and no answer came. Ask the centre; promise no date.</translation>
    </message>
    <message>
        <source>Terkirim, terlalu lama</source>
        <translation>Sent, too long ago</translation>
    </message>
    <message>
        <source>Terlalu banyak baris untuk satu lembar Excel. Pakai nama berkas yang berakhir .jsonl.</source>
        <translation>Too many rows for one sheet of Excel. Use a file name that ends in .jsonl.</translation>
    </message>
    <message>
        <source>Terlalu panjang. Singkatkan.</source>
        <translation>Too long. Shorten it.</translation>
    </message>
    <message>
        <source>Terlalu sering dicoba. Tunggu {n} detik, lalu coba lagi.</source>
        <translation>Tried too often. Wait {n} seconds, then try again.</translation>
    </message>
    <message>
        <source>Terlalu sering ditanyakan. Tunggu sebentar, lalu coba lagi.</source>
        <translation>Asked too often. Wait a moment, then try again.</translation>
    </message>
    <message>
        <source>Terlama {n} mnt</source>
        <translation>Longest {n} min</translation>
    </message>
    <message>
        <source>Terputus saat direkam. Lihat di alat: sudah tersimpan?</source>
        <translation>Cut off while being recorded. Look at the set: was it saved?</translation>
    </message>
    <message>
        <source>Tersalin.</source>
        <translation>Copied.</translation>
    </message>
    <message>
        <source>Tersambung dengan pusat</source>
        <translation>Connected to the centre</translation>
    </message>
    <message>
        <source>Tersimpan aman di laptop ini. Dikirim sendiri begitu tersambung.</source>
        <translation>Saved and safe on this laptop. Sent by itself once connected.</translation>
    </message>
    <message>
        <source>Tersimpan sebagai {name}. Kirim ke kantor lewat surel atau USB.</source>
        <translation>Saved as {name}. Send it to the office by e-mail or USB.</translation>
    </message>
    <message>
        <source>Tersimpan, antrean {queue_no}.</source>
        <translation>Saved, queue {queue_no}.</translation>
    </message>
    <message>
        <source>Tertulis {written}, dibaca sebagai {name}. Kalau bukan itu, betulkan di daftar lalu impor lagi.</source>
        <translation>Written as {written}, read as {name}. If that is not it, correct the list and import it again.</translation>
    </message>
    <message>
        <source>Tertunda</source>
        <translation>Postponed</translation>
    </message>
    <message>
        <source>Tertunda karena blangko atau ribbon kurang: {reason}, {waited}. Giliran menurut urutan daftar tetap.</source>
        <translation>Postponed since blanks or ribbon are short: {reason}, {waited}. Its turn by registration is kept.</translation>
    </message>
    <message>
        <source>Tertunda menurut aturan kantor selama blangko langka: {reason}, {waited}. Giliran menurut urutan daftar tetap.</source>
        <translation>Postponed by a rule of the office while blanks are scarce: {reason}, {waited}. It keeps its turn by order of registration.</translation>
    </message>
    <message>
        <source>Tetap di sana</source>
        <translation>Stays there</translation>
    </message>
    <message>
        <source>Tetap pakai yang sekarang</source>
        <translation>Keep the one in use</translation>
    </message>
    <message>
        <source>Tetapkan</source>
        <translation>Set</translation>
    </message>
    <message>
        <source>Tetapkan target</source>
        <translation>Set target</translation>
    </message>
    <message>
        <source>Tetapkan, bagi, cabut, jadwalkan, lembar, urutan, semua desa, tanda tangani</source>
        <translation>Set, share out, take back, schedule, sheet, order, all villages, sign</translation>
    </message>
    <message>
        <source>Tiap cadangan disalin ke sana juga, dan dibuka untuk diperiksa.</source>
        <translation>Each backup is copied there as well, and opened to check it.</translation>
    </message>
    <message>
        <source>Tidak</source>
        <translation>No</translation>
    </message>
    <message>
        <source>Tidak ada</source>
        <translation>Not there</translation>
    </message>
    <message>
        <source>Tidak ada angka di baris ini. Baris ini tidak diambil.</source>
        <translation>There are no figures in this row. It is not taken.</translation>
    </message>
    <message>
        <source>Tidak ada bab dengan kata itu. Coba kata lain, atau Esc untuk semua bab.</source>
        <translation>No chapter has these words. Try others, or Esc for all chapters.</translation>
    </message>
    <message>
        <source>Tidak ada baris baru yang bisa diambil.</source>
        <translation>There is no new row to take.</translation>
    </message>
    <message>
        <source>Tidak ada baris di bawah judul kolom. Periksa lembar dan berkasnya, lalu pilih lagi.</source>
        <translation>There are no rows below the column heads. Check the sheet and the file, then choose it again.</translation>
    </message>
    <message>
        <source>Tidak ada baris yang bisa diambil.</source>
        <translation>No row can be taken in.</translation>
    </message>
    <message>
        <source>Tidak ada berkas yang tertinggal di laptop ini.</source>
        <translation>No file is left on this laptop.</translation>
    </message>
    <message>
        <source>Tidak ada bukti terima di situ. Salin dari halaman Sinkronisasi: Bukti terima, Lihat, Salin.</source>
        <translation>There is no receipt in it. Copy it from the page Sync: Receipts, View, Copy.</translation>
    </message>
    <message>
        <source>Tidak ada catatan yang hilang, dan tidak ada yang diubah dari luar FieldKit.</source>
        <translation>No record is missing, and none was changed from outside FieldKit.</translation>
    </message>
    <message>
        <source>Tidak ada daftar</source>
        <translation>No lists</translation>
    </message>
    <message>
        <source>Tidak ada data orang ini di sini. Jawab dengan menolak: data itu tidak disimpan.</source>
        <translation>There are no data of this person here. Answer by refusing: those data are not kept.</translation>
    </message>
    <message>
        <source>Tidak ada di daftar</source>
        <translation>Not on the list</translation>
    </message>
    <message>
        <source>Tidak ada jawaban yang dibuat, dan yang diketik tetap di sini. Minta penjaga pusat memperbarui FieldKit di pusat, atau menjawab dari mesinnya.</source>
        <translation>No answer was made, and what was typed stays here. Ask whoever runs the centre to update FieldKit there, or to answer from its machine.</translation>
    </message>
    <message>
        <source>Tidak ada kartu dengan nomor itu. Cocokkan dengan resi, atau tanyakan ke kantor.</source>
        <translation>There is no card with that number. Compare it with the receipt, or ask at the office.</translation>
    </message>
    <message>
        <source>Tidak ada kartu di bagian ini</source>
        <translation>No card in this part</translation>
    </message>
    <message>
        <source>Tidak ada kartu yang bisa dicetak sekarang.</source>
        <translation>No card can be printed now.</translation>
    </message>
    <message>
        <source>Tidak ada kartu yang menunggu</source>
        <translation>No card waits</translation>
    </message>
    <message>
        <source>Tidak ada kartu yang menunggu diambil</source>
        <translation>No card waits to be fetched</translation>
    </message>
    <message>
        <source>Tidak ada kartu yang menunggu diambil.</source>
        <translation>No card waits to be fetched.</translation>
    </message>
    <message>
        <source>Tidak ada kartu yang menunggu dikirim ke kecamatan.</source>
        <translation>No card waits to be sent to a district.</translation>
    </message>
    <message>
        <source>Tidak ada kartu yang menunggu pemiliknya.</source>
        <translation>No card waits for its owner.</translation>
    </message>
    <message>
        <source>Tidak ada kendala</source>
        <translation>No incidents</translation>
    </message>
    <message>
        <source>Tidak ada konsep pada hari-hari ini.</source>
        <translation>There is no draft on these days.</translation>
    </message>
    <message>
        <source>Tidak ada lagi</source>
        <translation>No longer there</translation>
    </message>
    <message>
        <source>Tidak ada lagi yang perlu diberi tahu di daftar ini. Tutup, lalu lihat lagi.</source>
        <translation>Nobody on this list needs to be told any more. Close it, then look again.</translation>
    </message>
    <message>
        <source>Tidak ada laptop aktif dengan nomor itu. Lihat daftarnya dengan: device list</source>
        <translation>No active laptop has that number. See the list with: device list</translation>
    </message>
    <message>
        <source>Tidak ada orang di bagian ini</source>
        <translation>Nobody in this part</translation>
    </message>
    <message>
        <source>Tidak ada orang di daftar ini</source>
        <translation>Nobody is on this list</translation>
    </message>
    <message>
        <source>Tidak ada orang di saringan ini untuk lembar itu. Ubah saringannya dulu.</source>
        <translation>Nobody in this filter is for that sheet. Change the filter first.</translation>
    </message>
    <message>
        <source>Tidak ada orang yang keluar dari daftar.</source>
        <translation>Nobody leaves the list.</translation>
    </message>
    <message>
        <source>Tidak ada pekerjaan yang harus dikirim ke {place}.</source>
        <translation>There was no work to send to {place}.</translation>
    </message>
    <message>
        <source>Tidak ada pengguna aktif dengan nomor itu yang perannya boleh melihat. Lihat: user list</source>
        <translation>No active user with that id has a role that may look. See: user list</translation>
    </message>
    <message>
        <source>Tidak ada pengguna aktif dengan nomor itu.</source>
        <translation>There is no active user with that number.</translation>
    </message>
    <message>
        <source>Tidak ada permintaan yang menunggu jawaban</source>
        <translation>No request waits for an answer</translation>
    </message>
    <message>
        <source>Tidak ada rancangan yang menunggu tanda tangan di aturan ini.</source>
        <translation>No draft of this rule waits for a signature.</translation>
    </message>
    <message>
        <source>Tidak ada shift yang cocok. Cari tanggal lain, atau sinkron dulu.</source>
        <translation>No shift fits. Search another date, or sync first.</translation>
    </message>
    <message>
        <source>Tidak ada tutup shift yang bisa dibaca di sini.</source>
        <translation>No closing in it can be read here.</translation>
    </message>
    <message>
        <source>Tidak ada warga untuk lembar ini. Pilih yang lain.</source>
        <translation>Nobody is on this sheet. Choose another.</translation>
    </message>
    <message>
        <source>Tidak ada wilayah. Semua daftar hilang dari laptop itu.</source>
        <translation>No area. All lists leave that laptop.</translation>
    </message>
    <message>
        <source>Tidak ada yang baru</source>
        <translation>Nothing new</translation>
    </message>
    <message>
        <source>Tidak ada yang berjalan.</source>
        <translation>Nothing runs.</translation>
    </message>
    <message>
        <source>Tidak ada yang berubah. Salin baris dan kolom yang dipakai ke berkas baru, atau minta salinan baru dari admin data, lalu pilih yang baru.</source>
        <translation>Nothing has changed. Copy the rows and columns in use to a new file, or ask the data administrator for a new copy, then choose the new one.</translation>
    </message>
    <message>
        <source>Tidak ada yang bisa ditarik: yang sudah berlaku diganti dengan yang baru.</source>
        <translation>There is nothing to withdraw: what holds already is replaced by a new one.</translation>
    </message>
    <message>
        <source>Tidak ada yang diambil dan tidak ada yang hilang, semuanya tetap di laptop itu. Sambungkan laptop ini sekali ke pusat lalu coba lagi, atau bawa berkasnya ke kantor.</source>
        <translation>Nothing was taken in and nothing is lost, all of it stays on that laptop. Connect this laptop to the centre once and try again, or bring the file to the office.</translation>
    </message>
    <message>
        <source>Tidak ada yang diambil dan tidak ada yang hilang. Buat lagi di laptop itu, atau tanyakan ke kantor.</source>
        <translation>Nothing was taken in and nothing is lost. Write it again on that laptop, or ask the office.</translation>
    </message>
    <message>
        <source>Tidak ada yang diambil dan tidak ada yang hilang. Salin lagi dari asalnya, atau buat yang baru.</source>
        <translation>Nothing was taken and nothing is lost. Copy it again from where it came, or make a new one.</translation>
    </message>
    <message>
        <source>Tidak ada yang diambil. Ambil dulu kiriman yang lebih awal, atau buat lagi di laptopnya.</source>
        <translation>Nothing was taken. Take the earlier bundle first, or make it again on its laptop.</translation>
    </message>
    <message>
        <source>Tidak ada yang dibuka dan tidak ada yang hilang. Bawa ke kantor yang mendaftarkan laptopnya.</source>
        <translation>Nothing was opened and nothing is lost. Bring it to the office that enrolled the laptop.</translation>
    </message>
    <message>
        <source>Tidak ada yang dibuka dan tidak ada yang hilang. Periksa daftar laptop, atau hubungi kantor asalnya.</source>
        <translation>Nothing was opened and nothing is lost. Check the list of laptops, or ask the office it came from.</translation>
    </message>
    <message>
        <source>Tidak ada yang dihapus. Periksa nomor, isian, dasar, dan apakah pengguna itu dari kantor.</source>
        <translation>Nothing was erased. Check the number, the fields, the ground, and whether that user is of the office.</translation>
    </message>
    <message>
        <source>Tidak ada yang dikirim sampai dilanjutkan.</source>
        <translation>Nothing is sent until you go on.</translation>
    </message>
    <message>
        <source>Tidak ada yang dikirim. Periksa tanggal laptop, masuk dulu ke Wi-Fi ini, atau pakai data HP.</source>
        <translation>Nothing was sent. Check the laptop's date, sign in to this Wi-Fi first, or use mobile data.</translation>
    </message>
    <message>
        <source>Tidak ada yang dimuat. Betulkan berkasnya, lalu muat lagi.</source>
        <translation>Nothing was loaded. Mend the file, then load it again.</translation>
    </message>
    <message>
        <source>Tidak ada yang disalin</source>
        <translation>Nothing to copy</translation>
    </message>
    <message>
        <source>Tidak ada yang ditandai terkirim, semua tetap menunggu di sini. Minta bukti dari kantor sendiri.</source>
        <translation>Nothing was marked as sent, everything waits here. Ask your own office for a receipt.</translation>
    </message>
    <message>
        <source>Tidak ada yang ditandai terkirim, semua tetap menunggu di sini. Sambungkan, atau kirim lewat USB lagi.</source>
        <translation>Nothing was marked as sent, everything waits here. Connect, or send by USB again.</translation>
    </message>
    <message>
        <source>Tidak ada yang ditandai terkirim. Baca di laptop yang menulis kirimannya.</source>
        <translation>Nothing was marked as sent. Read it on the laptop that wrote the bundle.</translation>
    </message>
    <message>
        <source>Tidak ada yang ditimpa, semua tetap di laptop ini. Dicocokkan lagi pada sinkron berikutnya.</source>
        <translation>Nothing was overwritten, everything is still on this laptop. It is compared again at the next sync.</translation>
    </message>
    <message>
        <source>Tidak ada yang ditimpa. Beri nama yang baru.</source>
        <translation>Nothing was overwritten. Give a new name.</translation>
    </message>
    <message>
        <source>Tidak ada yang ditimpa. Buat basis data baru yang kosong, lalu pulihkan ke sana.</source>
        <translation>Nothing was overwritten. Make a new, empty database and restore into that.</translation>
    </message>
    <message>
        <source>Tidak ada yang ditimpa. Mungkin laptop itu disalin; cocokkan dulu di kantor.</source>
        <translation>Nothing was overwritten. That laptop may have been copied; compare at the office first.</translation>
    </message>
    <message>
        <source>Tidak ada yang ditimpa. Pekerjaan tetap tersimpan di sini; hubungi kantor untuk mencocokkan.</source>
        <translation>Nothing was overwritten. The work stays saved here; contact the office to compare.</translation>
    </message>
    <message>
        <source>Tidak ada yang ditimpa. Pilih nama lain, atau pindahkan berkas yang lama.</source>
        <translation>Nothing was written over. Choose another name, or move the old file.</translation>
    </message>
    <message>
        <source>Tidak ada yang ditimpa. Sebut nama yang belum dipakai.</source>
        <translation>Nothing was overwritten. Name one that is not taken.</translation>
    </message>
    <message>
        <source>Tidak ada yang ditulis.</source>
        <translation>Nothing was written.</translation>
    </message>
    <message>
        <source>Tidak ada yang diubah.</source>
        <translation>Nothing was changed.</translation>
    </message>
    <message>
        <source>Tidak ada yang diubah. Ambil berkas berakhiran {suffix} dari brankas kantor.</source>
        <translation>Nothing was changed. Take the file that ends in {suffix} from the office safe.</translation>
    </message>
    <message>
        <source>Tidak ada yang diubah. Cadangan SQLite dan PostgreSQL tidak bisa ditukar.</source>
        <translation>Nothing was changed. Backups of SQLite and PostgreSQL can not stand in for each other.</translation>
    </message>
    <message>
        <source>Tidak ada yang diubah. Cadangan ini milik laptop lain, dan tidak ada catatan di sampingnya.</source>
        <translation>Nothing was changed. This backup is of another laptop, and no note lies beside it.</translation>
    </message>
    <message>
        <source>Tidak ada yang diubah. Cari kunci darurat dengan sidik {print} di brankas kantor.</source>
        <translation>Nothing was changed. Look in the office safe for the rescue key with the print {print}.</translation>
    </message>
    <message>
        <source>Tidak ada yang diubah. Kiriman USB dan bukti terimanya adalah dua berkas yang berbeda; pilih lagi.</source>
        <translation>Nothing was changed. A USB bundle and its receipt are two different files; choose again.</translation>
    </message>
    <message>
        <source>Tidak ada yang diubah. Pasang FieldKit versi terbaru di laptop ini, lalu buka lagi. Hanya kalau kantor minta kembali ke versi ini: pulihkan cadangan dari sebelum naik versi.</source>
        <translation>Nothing was changed. Install the newest FieldKit on this laptop, then open it again. Only if the office asks to go back to this version: restore the backup from before the upgrade.</translation>
    </message>
    <message>
        <source>Tidak ada yang diubah. Pasang FieldKit versi terbaru di sini, lalu coba lagi.</source>
        <translation>Nothing was changed. Install the latest FieldKit here, then try again.</translation>
    </message>
    <message>
        <source>Tidak ada yang diubah. Periksa izin folder, atau pilih folder lain.</source>
        <translation>Nothing was changed. Check the rights of the folder, or choose another one.</translation>
    </message>
    <message>
        <source>Tidak ada yang diubah. Periksa nama berkas, dan apakah flashdisk terpasang.</source>
        <translation>Nothing was changed. Check the file name, and whether the USB drive is plugged in.</translation>
    </message>
    <message>
        <source>Tidak ada yang diubah. Periksa nomornya (gap list), dan apakah pengguna itu dari kantor.</source>
        <translation>Nothing was changed. Check the number (gap list), and whether that user is of the office.</translation>
    </message>
    <message>
        <source>Tidak ada yang diubah. Sinkronkan laptop ini, lalu cetak lagi; kalau tetap, hubungi kantor.</source>
        <translation>Nothing was changed. Sync this laptop, then print again; if it stays so, contact the office.</translation>
    </message>
    <message>
        <source>Tidak ada yang diubah. Yang membukanya hanya akun di laptop {origin} sendiri.</source>
        <translation>Nothing was changed. Only the account on laptop {origin} itself opens it.</translation>
    </message>
    <message>
        <source>Tidak ada yang diubah. Yang membukanya hanya frasa sandi {origin}.</source>
        <translation>Nothing was changed. Only the passphrase of {origin} opens it.</translation>
    </message>
    <message>
        <source>Tidak ada yang diubah. Yang membukanya: akun di laptop {origin}, atau kunci darurat kantor.</source>
        <translation>Nothing was changed. What opens it: the account on laptop {origin}, or the office's rescue key.</translation>
    </message>
    <message>
        <source>Tidak ada yang diubah. Yang membukanya: frasa sandi {origin}, atau kunci darurat kantor.</source>
        <translation>Nothing was changed. What opens it: the passphrase of {origin}, or the office's rescue key.</translation>
    </message>
    <message>
        <source>Tidak ada yang diubah: frasa sandi tetap ditanyakan waktu FieldKit dibuka.</source>
        <translation>Nothing was changed: the passphrase is still asked for when FieldKit is opened.</translation>
    </message>
    <message>
        <source>Tidak ada yang hilang, semua tetap di laptop ini. Dicoba lagi sebentar lagi.</source>
        <translation>Nothing is lost, everything is still on this laptop. It is tried again shortly.</translation>
    </message>
    <message>
        <source>Tidak ada yang hilang. Kosongkan ruang di sana atau pakai USB lain, lalu tulis lagi.</source>
        <translation>Nothing is lost. Make room there or use another USB stick, then write again.</translation>
    </message>
    <message>
        <source>Tidak ada yang hilang. Mungkin Wi-Fi ini minta masuk dulu: buka peramban dan masuk, atau pakai data HP.</source>
        <translation>Nothing is lost. This Wi-Fi may want a sign-in: open a browser and sign in, or use mobile data.</translation>
    </message>
    <message>
        <source>Tidak ada yang hilang. Periksa alamat pusat di Kantor, atau tanyakan ke admin.</source>
        <translation>Nothing is lost. Check the centre's address in Office, or ask the admin.</translation>
    </message>
    <message>
        <source>Tidak ada yang hilang. Periksa apakah USB terpasang dan tidak terkunci, lalu tulis lagi.</source>
        <translation>Nothing is lost. Check that the USB stick is plugged in and not locked, then write again.</translation>
    </message>
    <message>
        <source>Tidak ada yang hilang. Tidak ada yang dikirim sampai dilanjutkan.</source>
        <translation>Nothing is lost. Nothing is sent until you go on.</translation>
    </message>
    <message>
        <source>Tidak ada yang hilang. Untuk memakainya lagi, minta kode baru ke kantor, lalu: fieldkit enrol</source>
        <translation>Nothing is lost. To use it again, ask the office for a new code, then: fieldkit enrol</translation>
    </message>
    <message>
        <source>Tidak ada yang hilang: di sini belum pernah ada laptop yang terdaftar.</source>
        <translation>Nothing is lost: no laptop was ever enrolled here.</translation>
    </message>
    <message>
        <source>Tidak ada yang menunggu</source>
        <translation>Nothing is waiting</translation>
    </message>
    <message>
        <source>Tidak ada yang menunggu dikirim.</source>
        <translation>Nothing waits to be sent.</translation>
    </message>
    <message>
        <source>Tidak ada yang menunggu.</source>
        <translation>Nothing is waiting.</translation>
    </message>
    <message>
        <source>Tidak ada yang perlu diberi tahu sekarang</source>
        <translation>Nobody needs to be told now</translation>
    </message>
    <message>
        <source>Tidak ada yang perlu dibetulkan.</source>
        <translation>Nothing needs correcting.</translation>
    </message>
    <message>
        <source>Tidak ada yang perlu dihubungi.</source>
        <translation>Nobody needs to be contacted.</translation>
    </message>
    <message>
        <source>Tidak ada yang perlu dikirim</source>
        <translation>Nothing needs sending</translation>
    </message>
    <message>
        <source>Tidak ada yang perlu dilakukan, dan tidak ada yang berubah.</source>
        <translation>Nothing needs to be done, and nothing has changed.</translation>
    </message>
    <message>
        <source>Tidak ada yang perlu dimasukkan lagi.</source>
        <translation>Nothing has to be entered any more.</translation>
    </message>
    <message>
        <source>Tidak ada yang perlu tindakan</source>
        <translation>Nothing needs to be done</translation>
    </message>
    <message>
        <source>Tidak ada; urutan cetak yang menentukan</source>
        <translation>None; the order of printing decides</translation>
    </message>
    <message>
        <source>Tidak bertugas</source>
        <translation>Not at work</translation>
    </message>
    <message>
        <source>Tidak bisa direkam</source>
        <translation>Cannot be recorded</translation>
    </message>
    <message>
        <source>Tidak bisa ditulisi: {names}.</source>
        <translation>Can not be written: {names}.</translation>
    </message>
    <message>
        <source>Tidak bisa masuk lagi di laptop mana pun sesudah laptop itu tersambung. Catatannya tetap.</source>
        <translation>Can not sign in on any laptop once that laptop has synced. What was written stays.</translation>
    </message>
    <message>
        <source>Tidak di daftar</source>
        <translation>Not on the list</translation>
    </message>
    <message>
        <source>Tidak di rumah</source>
        <translation>Not at home</translation>
    </message>
    <message>
        <source>Tidak dibuang</source>
        <translation>Not discarded</translation>
    </message>
    <message>
        <source>Tidak dicatat</source>
        <translation>Not noted</translation>
    </message>
    <message>
        <source>Tidak dicoba lagi sendiri</source>
        <translation>Not tried again by itself</translation>
    </message>
    <message>
        <source>Tidak dihitung</source>
        <translation>Not counted</translation>
    </message>
    <message>
        <source>Tidak dijalankan</source>
        <translation>Not carried out</translation>
    </message>
    <message>
        <source>Tidak dikenal di sini</source>
        <translation>Not known here</translation>
    </message>
    <message>
        <source>Tidak diketahui</source>
        <translation>Not known</translation>
    </message>
    <message>
        <source>Tidak dipakai</source>
        <translation>Not used</translation>
    </message>
    <message>
        <source>Tidak dipindah</source>
        <translation>Not moved</translation>
    </message>
    <message>
        <source>Tidak disebut</source>
        <translation>Not told</translation>
    </message>
    <message>
        <source>Tidak disimpan di mana pun. Kalau perlu lagi, jawab permintaan yang sama sekali lagi.</source>
        <translation>It is not kept anywhere. If you need it again, answer the same request once more.</translation>
    </message>
    <message>
        <source>Tidak ditemukan</source>
        <translation>Not found</translation>
    </message>
    <message>
        <source>Tidak ikut</source>
        <translation>Not in it</translation>
    </message>
    <message>
        <source>Tidak jadi ke sini</source>
        <translation>Do not go here</translation>
    </message>
    <message>
        <source>Tidak jadi ke {stop}</source>
        <translation>Not going to {stop}</translation>
    </message>
    <message>
        <source>Tidak jadi rusak, blangko kembali di meja</source>
        <translation>Not spoiled after all, the blank is back on the table</translation>
    </message>
    <message>
        <source>Tidak kebagian</source>
        <translation>Going without</translation>
    </message>
    <message>
        <source>Tidak ketemu</source>
        <translation>Not found</translation>
    </message>
    <message>
        <source>Tidak ketemu di daftar ini</source>
        <translation>Not found on this list</translation>
    </message>
    <message>
        <source>Tidak ketemu di yang menunggu</source>
        <translation>Not found among those who wait</translation>
    </message>
    <message>
        <source>Tidak ketemu. Coba ejaan lain, atau daftarkan dulu di Pendaftaran (F3).</source>
        <translation>Not found. Try another spelling, or register the person first (F3).</translation>
    </message>
    <message>
        <source>Tidak ketemu. Coba ejaan lain.</source>
        <translation>Nobody found. Try another spelling.</translation>
    </message>
    <message>
        <source>Tidak ketemu. Coba nama kecamatannya juga, atau kode wilayah.</source>
        <translation>Not found. Try the name of the district as well, or the region code.</translation>
    </message>
    <message>
        <source>Tidak klop</source>
        <translation>Does not add up</translation>
    </message>
    <message>
        <source>Tidak lagi mendesak</source>
        <translation>No longer urgent</translation>
    </message>
    <message>
        <source>Tidak lagi mendesak: {name}</source>
        <translation>No longer urgent: {name}</translation>
    </message>
    <message>
        <source>Tidak mau SMS</source>
        <translation>Wants no SMS</translation>
    </message>
    <message>
        <source>Tidak mau SMS lagi</source>
        <translation>Wants no more SMS</translation>
    </message>
    <message>
        <source>Tidak mau SMS lagi, atau mau lagi</source>
        <translation>Wants no more SMS, or wants them again</translation>
    </message>
    <message>
        <source>Tidak memegang daftar.</source>
        <translation>Holds no list.</translation>
    </message>
    <message>
        <source>Tidak muat: rute jadi {minutes} mnt, waktu tinggal {free} mnt. Kurangi orang di rute, atau tambah waktu kunjungan kalau memang ada.</source>
        <translation>Does not fit: the route would take {minutes} min, {free} min are left. Take people off the route, or give the visits more time if there is any.</translation>
    </message>
    <message>
        <source>Tidak perlu menunggu lagi. Ketik PIN.</source>
        <translation>No need to wait any more. Type your PIN.</translation>
    </message>
    <message>
        <source>Tidak punya HP</source>
        <translation>No phone</translation>
    </message>
    <message>
        <source>Tidak punya HP, kabar lewat {name}</source>
        <translation>No phone, word through {name}</translation>
    </message>
    <message>
        <source>Tidak punya nomor. Beri tahu lewat RT atau keluarga, lalu catat hasilnya.</source>
        <translation>Has no number. Tell them through the RT or family, then note the result.</translation>
    </message>
    <message>
        <source>Tidak sama dengan yang di atas. Ketik sekali lagi.</source>
        <translation>Not the same as above. Type it once more.</translation>
    </message>
    <message>
        <source>Tidak sampai</source>
        <translation>Did not arrive</translation>
    </message>
    <message>
        <source>Tidak sampai di kecamatan</source>
        <translation>Did not arrive at the district</translation>
    </message>
    <message>
        <source>Tidak sampai di {place} ({when}). {who} yang mencari.</source>
        <translation>Did not arrive at {place} ({when}). {who} is looking for it.</translation>
    </message>
    <message>
        <source>Tidak semua catatan shift ini ada di laptop ini, jadi angkanya akan salah. Sinkron dulu. Kalau tetap begitu, buka lagi di laptop yang menutupnya.</source>
        <translation>Not all records of this shift are on this laptop, so its figures would be wrong. Sync first. If it stays so, open it again on the laptop that closed it.</translation>
    </message>
    <message>
        <source>Tidak semua punya angka penduduk, jadi dihitung dari daftar.</source>
        <translation>Not all have a count of people, so lists are counted.</translation>
    </message>
    <message>
        <source>Tidak terbaca</source>
        <translation>Not readable</translation>
    </message>
    <message>
        <source>Tidak terhubung</source>
        <translation>Not reached</translation>
    </message>
    <message>
        <source>Tiga kabar</source>
        <translation>Three notices</translation>
    </message>
    <message>
        <source>Tiga kabar sudah lengkap. Kalau tidak diambil, kartunya ke kecamatan mulai {day}.</source>
        <translation>All three notices are done. If it is not fetched, the card goes to the district from {day}.</translation>
    </message>
    <message>
        <source>Tiga kabar, hari ke-</source>
        <translation>Three notices, on day</translation>
    </message>
    <message>
        <source>Tim</source>
        <translation>Team</translation>
    </message>
    <message>
        <source>Tim &amp; alat</source>
        <translation>Gear</translation>
    </message>
    <message>
        <source>Tim bentrok</source>
        <translation>Team clashes</translation>
    </message>
    <message>
        <source>Tim daerah lain yang membantu di sini</source>
        <translation>Teams of other regencies that help here</translation>
    </message>
    <message>
        <source>Tim ditutup dan ditandatangani</source>
        <translation>Team closed and signed</translation>
    </message>
    <message>
        <source>Tim ini pada jam itu bertugas di {place}.</source>
        <translation>This team is at {place} at that hour.</translation>
    </message>
    <message>
        <source>Tim ini sudah dibubarkan. Pilih tim lain.</source>
        <translation>This team was dissolved. Choose another team.</translation>
    </message>
    <message>
        <source>Tim sudah ditutup, penutupan ke-{n}</source>
        <translation>The team is closed, closing {n}</translation>
    </message>
    <message>
        <source>Tim, surat petugas, alat, izin cetak, tempat, hari khusus</source>
        <translation>Teams, staff papers, sets, print permits, places, special days</translation>
    </message>
    <message>
        <source>Tindakan</source>
        <translation>Actions</translation>
    </message>
    <message>
        <source>Tindakan untuk baris yang disorot</source>
        <translation>What can be done with the selected row</translation>
    </message>
    <message>
        <source>Tinggal di</source>
        <translation>Lives in</translation>
    </message>
    <message>
        <source>Tinggal di {village}</source>
        <translation>Lives in {village}</translation>
    </message>
    <message>
        <source>Tinggal di {village}, tempat shift ini</source>
        <translation>Lives in {village}, the place of this shift</translation>
    </message>
    <message>
        <source>Titipan meja lain</source>
        <translation>Carried for other tables</translation>
    </message>
    <message>
        <source>Tolak</source>
        <translation>Reject</translation>
    </message>
    <message>
        <source>Tolak dengan alasan</source>
        <translation>Refuse with a ground</translation>
    </message>
    <message>
        <source>Tolak permintaan</source>
        <translation>Refuse the request</translation>
    </message>
    <message>
        <source>Tolak usulan</source>
        <translation>Reject proposals</translation>
    </message>
    <message>
        <source>Tolak {n} usulan</source>
        <translation>Reject {n} proposals</translation>
    </message>
    <message>
        <source>Tombol</source>
        <translation>Keys</translation>
    </message>
    <message>
        <source>Tombol di {page}</source>
        <translation>Keys in {page}</translation>
    </message>
    <message>
        <source>Tombol utama halaman ini</source>
        <translation>Main button of this page</translation>
    </message>
    <message>
        <source>Total untuk seluruh daerah, dibagi ke desa/kelurahan menurut sisanya dan dijumlahkan per kecamatan. Sudah {recorded} terekam, {reachable} terjangkau.</source>
        <translation>A total for the whole regency, shared out among villages by who is left and added up by district. {recorded} recorded already, {reachable} within reach.</translation>
    </message>
    <message>
        <source>Tuan rumah</source>
        <translation>Host</translation>
    </message>
    <message>
        <source>Tugas</source>
        <translation>Work</translation>
    </message>
    <message>
        <source>Tugas laptop ini sudah selesai</source>
        <translation>The work of this laptop is done</translation>
    </message>
    <message>
        <source>Tugas {name} diakhiri</source>
        <translation>The work of {name} has ended</translation>
    </message>
    <message>
        <source>Tugas {name} diakhiri kantor, jadi layar ini terkunci. Yang sudah disimpan tetap dikirim; isian yang belum disimpan diisi lagi oleh petugas lain. Kalau ini keliru, hubungi kantor.</source>
        <translation>The office ended the task of {name}, so this screen is locked. What was saved is still sent; a form that was not saved is filled in again by somebody else of the team. If this is a mistake, call the office.</translation>
    </message>
    <message>
        <source>Tujuh hari ini tidak ada yang direkam, jadi belum ada tanggal tercapainya.</source>
        <translation>Nobody was recorded in these seven days, so no day can be named.</translation>
    </message>
    <message>
        <source>Tujuh hari terakhir belum ada yang direkam, jadi {target} belum bisa diperkirakan.</source>
        <translation>Nobody was recorded in the last seven days, so {target} can not be forecast.</translation>
    </message>
    <message>
        <source>Tulis</source>
        <translation>Write</translation>
    </message>
    <message>
        <source>Tulis NIK</source>
        <translation>Write the NIK</translation>
    </message>
    <message>
        <source>Tulis NIK yang belum ada</source>
        <translation>Write a NIK that is missing</translation>
    </message>
    <message>
        <source>Tulis angka dari {low} sampai {high}.</source>
        <translation>Write a number from {low} to {high}.</translation>
    </message>
    <message>
        <source>Tulis buktinya ke USB</source>
        <translation>Write their receipts to USB</translation>
    </message>
    <message>
        <source>Tulis ini ke berkas? Ketik ya: </source>
        <translation>Write this to the file? Type ya: </translation>
    </message>
    <message>
        <source>Tulis jam seperti 08:00-20:00, di antara pukul 08.00 dan 20.00.</source>
        <translation>Write hours such as 08:00-20:00, between 8:00 and 20:00.</translation>
    </message>
    <message>
        <source>Tulis kiriman ke USB</source>
        <translation>Write the shipment to USB</translation>
    </message>
    <message>
        <source>Tulis nama laptop yang pendek, misalnya Laptop P2.</source>
        <translation>Write a short laptop name, such as Laptop P2.</translation>
    </message>
    <message>
        <source>Tulis persen di atas 0 sampai 100, misalnya 98 atau 98,5.</source>
        <translation>Write a percentage above 0 and up to 100, such as 98 or 98,5.</translation>
    </message>
    <message>
        <source>Tulis sekali lagi</source>
        <translation>Write it once more</translation>
    </message>
    <message>
        <source>Tulis seperti di suratnya. Yang tidak klop ditandai, tidak pernah dibetulkan.</source>
        <translation>Write it as in the letter. What does not add up is marked, never repaired.</translation>
    </message>
    <message>
        <source>Tulis siapa yang meminta.</source>
        <translation>Write who asks.</translation>
    </message>
    <message>
        <source>Tulis tiga hari yang makin besar, misalnya 0 60 120.</source>
        <translation>Write three days that grow, such as 0 60 120.</translation>
    </message>
    <message>
        <source>Tulis wajib KTP dan sudah rekam, atau persennya saja, misalnya 97 %.</source>
        <translation>Write the obligated and the recorded, or only the percentage, such as 97 %.</translation>
    </message>
    <message>
        <source>Tulis yang baru</source>
        <translation>Write a new one</translation>
    </message>
    <message>
        <source>Tunda</source>
        <translation>Postpone</translation>
    </message>
    <message>
        <source>Tunda shift</source>
        <translation>Postpone the shift</translation>
    </message>
    <message>
        <source>Tunggu sampai semua laptop melapor. Kalau daftarnya benar, ulangi: --yes</source>
        <translation>Wait until every laptop has reported. If the list is right, repeat with: --yes</translation>
    </message>
    <message>
        <source>Tunggu sebentar, nama muncul begitu data laptop selesai dibaca.</source>
        <translation>Wait a moment, the names come as soon as the laptop's data have been read.</translation>
    </message>
    <message>
        <source>Turun</source>
        <translation>Down</translation>
    </message>
    <message>
        <source>Tutup</source>
        <translation>Close</translation>
    </message>
    <message>
        <source>Tutup &amp; tanda tangani</source>
        <translation>Close &amp; sign</translation>
    </message>
    <message>
        <source>Tutup FieldKit</source>
        <translation>Close FieldKit</translation>
    </message>
    <message>
        <source>Tutup dan tanda tangani, dengan PIN</source>
        <translation>Close and sign, with PIN</translation>
    </message>
    <message>
        <source>Tutup sesi</source>
        <translation>Close session</translation>
    </message>
    <message>
        <source>Tutup shift</source>
        <translation>Close shift</translation>
    </message>
    <message>
        <source>Tutup shift dalam {n} jam</source>
        <translation>Close the shift within {n} h</translation>
    </message>
    <message>
        <source>Tutup shift yang terbaca dan tanda tangannya cocok: {closings}.</source>
        <translation>Closings that could be read, with a fitting signature: {closings}.</translation>
    </message>
    <message>
        <source>Tutup tim</source>
        <translation>Close team</translation>
    </message>
    <message>
        <source>Tutup tim &amp; tanda tangani</source>
        <translation>Close team &amp; sign</translation>
    </message>
    <message>
        <source>UPS atau genset</source>
        <translation>UPS or generator</translation>
    </message>
    <message>
        <source>UPS atau genset dibawa</source>
        <translation>UPS or generator on board</translation>
    </message>
    <message>
        <source>Ubah</source>
        <translation>Change</translation>
    </message>
    <message>
        <source>Ubah data</source>
        <translation>New data</translation>
    </message>
    <message>
        <source>Ubah gotong royong</source>
        <translation>Change the mutual aid</translation>
    </message>
    <message>
        <source>Ubah perhentian</source>
        <translation>Change the stop</translation>
    </message>
    <message>
        <source>Ujung NIK</source>
        <translation>End of the NIK</translation>
    </message>
    <message>
        <source>Ukuran huruf</source>
        <translation>Text size</translation>
    </message>
    <message>
        <source>Umur</source>
        <translation>Age</translation>
    </message>
    <message>
        <source>Umur {age} tahun, perekaman baru boleh mulai 16 tahun. Jelaskan dengan ramah, lalu catat hasilnya Belum 16 tahun. Kartunya dicetak mulai {day}.</source>
        <translation>Age {age}; a first recording is possible from 16. Explain it kindly, then log the outcome Under 16. The card is printed from {day}.</translation>
    </message>
    <message>
        <source>Umur {age} tahun. Direkam hari ini, kartunya dicetak mulai {day}.</source>
        <translation>Age {age}. Recorded today, the card is printed from {day}.</translation>
    </message>
    <message>
        <source>Umur {age} tahun. Kartunya dicetak mulai {day}.</source>
        <translation>{age} years old. The card is printed from {day} on.</translation>
    </message>
    <message>
        <source>Umur, jenis kelamin, pemilih pemula</source>
        <translation>Age, sex, first-time voters</translation>
    </message>
    <message>
        <source>Undangan untuk RT dan takmir</source>
        <translation>Invitation for RT and mosque</translation>
    </message>
    <message>
        <source>Undangan untuk sebagian warga RT</source>
        <translation>Invitation for some people of an RT</translation>
    </message>
    <message>
        <source>Unduh laporan</source>
        <translation>Get report</translation>
    </message>
    <message>
        <source>Unduh laporan: PDF, Excel, printer</source>
        <translation>Get report: PDF, Excel, printer</translation>
    </message>
    <message>
        <source>Unggahan belum terkonfirmasi setelah hari</source>
        <translation>Upload counts as not confirmed after days</translation>
    </message>
    <message>
        <source>Untuk ini datanya harus terbuka.</source>
        <translation>For this the data have to be open.</translation>
    </message>
    <message>
        <source>Untuk kantor, diperiksa dengan: fieldkit server receipt check</source>
        <translation>For the office, checked with: fieldkit server receipt check</translation>
    </message>
    <message>
        <source>Untuk memutuskan di laptop ini, minta ketua tim masuk.</source>
        <translation>To decide on this laptop, ask the team lead to sign in.</translation>
    </message>
    <message>
        <source>Untuk warga</source>
        <translation>For the resident</translation>
    </message>
    <message>
        <source>Untuk warga: "{words}"</source>
        <translation>For the resident: "{words}"</translation>
    </message>
    <message>
        <source>Untuk {day} aturan ini sudah ada. Pilih hari lain; yang belum mulai bisa ditarik dulu.</source>
        <translation>For {day} this rule is there already. Choose another day; one that has not begun can be withdrawn first.</translation>
    </message>
    <message>
        <source>Untuk {day} sudah ada rancangan yang menunggu tanda tangan. Tarik yang itu dulu, atau pilih hari lain.</source>
        <translation>For {day} a draft waits for its signature already. Withdraw that one first, or choose another day.</translation>
    </message>
    <message>
        <source>Untuk {role}. F1: tombol halaman yang terbuka; F1 sekali lagi: panduannya.</source>
        <translation>For: {role}. F1: the keys of the open page; F1 again: its guide.</translation>
    </message>
    <message>
        <source>Urungkan</source>
        <translation>Undo</translation>
    </message>
    <message>
        <source>Urungkan yang baru dicatat</source>
        <translation>Undo what was just logged</translation>
    </message>
    <message>
        <source>Urungkan yang baru dicatat, atau salah satu yang baru selesai</source>
        <translation>Undo what was just noted, or one of those just done</translation>
    </message>
    <message>
        <source>Urus biodata dulu</source>
        <translation>Biodata first</translation>
    </message>
    <message>
        <source>Urut: kurang terbanyak</source>
        <translation>Most missing first</translation>
    </message>
    <message>
        <source>Urutan</source>
        <translation>Order</translation>
    </message>
    <message>
        <source>Urutan catatan tetap benar, jam di resi bisa salah. Betulkan jam laptop saat sempat.</source>
        <translation>The order of the records stays right; times on receipts may be wrong. Set the laptop's clock when you can.</translation>
    </message>
    <message>
        <source>Urutan catatan tetap benar. Jam di resi, berita acara dan antrean bisa salah.</source>
        <translation>The order of records stays right. Times on receipts, official records and in the queue may be wrong.</translation>
    </message>
    <message>
        <source>Urutan cetak</source>
        <translation>Print order</translation>
    </message>
    <message>
        <source>Urutan cetak dan aturan ambil</source>
        <translation>Print order and rules of collection</translation>
    </message>
    <message>
        <source>Urutan ini tidak terbaca. Setiap alasan punya satu tempat.</source>
        <translation>This order can not be read. Each reason has one place.</translation>
    </message>
    <message>
        <source>Urutan rute diubah</source>
        <translation>The order of the route is changed</translation>
    </message>
    <message>
        <source>Urutan sebelumnya kembali</source>
        <translation>The order is as it was</translation>
    </message>
    <message>
        <source>Usulan</source>
        <translation>Proposals</translation>
    </message>
    <message>
        <source>Usulan berikutnya</source>
        <translation>Where to go next</translation>
    </message>
    <message>
        <source>Usulan daftar</source>
        <translation>List proposals</translation>
    </message>
    <message>
        <source>Usulan daftar dicatat petugas lapangan dan kantor. Minta salah satunya masuk.</source>
        <translation>Proposals about the list are written by the field and the office. Ask one of them to sign in.</translation>
    </message>
    <message>
        <source>Usulan dan bukti</source>
        <translation>Proposal and evidence</translation>
    </message>
    <message>
        <source>Usulan dan putusan kantor; Spasi menandai, Ctrl+Enter mengesahkan, Alt+T menolak</source>
        <translation>Proposals and the office's decisions; Space ticks, Ctrl+Enter approves, Alt+T rejects</translation>
    </message>
    <message>
        <source>Usulan dari lapangan</source>
        <translation>Proposals of the field</translation>
    </message>
    <message>
        <source>Usulan ditarik</source>
        <translation>Proposal taken back</translation>
    </message>
    <message>
        <source>Usulan ditarik.</source>
        <translation>Proposal taken back.</translation>
    </message>
    <message>
        <source>Usulan ini masih menunggu, belum ada putusannya.</source>
        <translation>This proposal still waits, nothing is decided yet.</translation>
    </message>
    <message>
        <source>Usulan ini sudah ditarik atau diganti. Daftar akan memperlihatkan yang sekarang.</source>
        <translation>This proposal was taken back or replaced. The list will show the present one.</translation>
    </message>
    <message>
        <source>Usulan menunggu lagi</source>
        <translation>The proposal waits again</translation>
    </message>
    <message>
        <source>Usulan menunggu lagi.</source>
        <translation>The proposals wait again.</translation>
    </message>
    <message>
        <source>Usulan: {kind}</source>
        <translation>Proposal: {kind}</translation>
    </message>
    <message>
        <source>Usulan: {n} menunggu</source>
        <translation>Proposals: {n} wait</translation>
    </message>
    <message>
        <source>Usulkan</source>
        <translation>Propose</translation>
    </message>
    <message>
        <source>Versi</source>
        <translation>Version</translation>
    </message>
    <message>
        <source>Versi aturan</source>
        <translation>Versions of the rule</translation>
    </message>
    <message>
        <source>Versi baru dari</source>
        <translation>Newer version of</translation>
    </message>
    <message>
        <source>Versi ini sudah berlaku.</source>
        <translation>This version is active already.</translation>
    </message>
    <message>
        <source>Versi seperti semula</source>
        <translation>Versions as before</translation>
    </message>
    <message>
        <source>Versi {version}</source>
        <translation>Version {version}</translation>
    </message>
    <message>
        <source>Versi {version}, dengan Qt {qt} dan Python {python}</source>
        <translation>Version {version}, with Qt {qt} and Python {python}</translation>
    </message>
    <message>
        <source>Wajib KTP</source>
        <translation>Card-obligated</translation>
    </message>
    <message>
        <source>Wajib KTP kedua sumber berbeda {n} orang, jadi selisih ini bukan hanya soal perekaman.</source>
        <translation>The bases of both sources differ by {n} people, so this gap is not about recording alone.</translation>
    </message>
    <message>
        <source>Wajib KTP salah satu sumber tidak tertulis, jadi belum tentu orang yang sama yang dihitung.</source>
        <translation>The base of one source is not told, so whether the same people were counted is not known.</translation>
    </message>
    <message>
        <source>Wajib KTP {n}</source>
        <translation>Obligated {n}</translation>
    </message>
    <message>
        <source>Waktu</source>
        <translation>Time</translation>
    </message>
    <message>
        <source>Waktu kunjungan</source>
        <translation>Time for visits</translation>
    </message>
    <message>
        <source>Waktu terpakai</source>
        <translation>Time used</translation>
    </message>
    <message>
        <source>Waktu: {when}</source>
        <translation>Time: {when}</translation>
    </message>
    <message>
        <source>Waktunya belum diketahui. Tulis berapa menit untuk kunjungan.</source>
        <translation>The time is not known yet. Write how many minutes are for visits.</translation>
    </message>
    <message>
        <source>Warga baru</source>
        <translation>New resident</translation>
    </message>
    <message>
        <source>Warga baru, nama belum diisi</source>
        <translation>New resident, no name yet</translation>
    </message>
    <message>
        <source>Warga dan daftar sasaran</source>
        <translation>Residents and target lists</translation>
    </message>
    <message>
        <source>Warga dan petugas di sini rekaan. Tidak ada yang dikirim, dan semuanya terhapus saat jendela ditutup.</source>
        <translation>Everybody here is invented. Nothing is sent, and all of it is erased when the window is closed.</translation>
    </message>
    <message>
        <source>Warga di daftar</source>
        <translation>Resident on the list</translation>
    </message>
    <message>
        <source>Warga di daftar ini</source>
        <translation>People on this list</translation>
    </message>
    <message>
        <source>Warga didaftarkan petugas meja dan petugas kartu. Minta salah satunya masuk.</source>
        <translation>Residents are registered by who works at a table or with cards. Ask one of them to sign in.</translation>
    </message>
    <message>
        <source>Warga ini diberi tahu lewat daftar.</source>
        <translation>This person is told from the list.</translation>
    </message>
    <message>
        <source>Warga ini punya nomor. Telepon dulu; daftar tempel hanya untuk yang tidak bisa dihubungi.</source>
        <translation>This person has a number. Call first; a posting is only for people who can not be reached.</translation>
    </message>
    <message>
        <source>Warga ini tidak mau SMS.</source>
        <translation>This person wants no SMS.</translation>
    </message>
    <message>
        <source>Warga mengajukan penghapusan data ganda di kantor; kalau sudah pindah, urus surat pindahnya.</source>
        <translation>The person asks the office to have the duplicate deleted; who has moved gets the moving letter.</translation>
    </message>
    <message>
        <source>Warga yang datang sedikit</source>
        <translation>Few residents came</translation>
    </message>
    <message>
        <source>Warga yang ketemu</source>
        <translation>Residents found</translation>
    </message>
    <message>
        <source>Warga yang tidak ada di daftar</source>
        <translation>Resident who is not on the list</translation>
    </message>
    <message>
        <source>Warna</source>
        <translation>Theme</translation>
    </message>
    <message>
        <source>Wilayah</source>
        <translation>Place</translation>
    </message>
    <message>
        <source>Wilayah ini sudah ada di baris lain. Yang diambil baris yang pertama.</source>
        <translation>This place stands in another row. The first row is taken.</translation>
    </message>
    <message>
        <source>Wilayah ini tidak dikenal. Baris ini tidak diambil.</source>
        <translation>This place is not known. This row is not taken.</translation>
    </message>
    <message>
        <source>Wilayah lain bisa ditambah sesudah laptop terdaftar.</source>
        <translation>Other areas can be added once the laptop is enrolled.</translation>
    </message>
    <message>
        <source>Wilayah laptop</source>
        <translation>Areas of the laptop</translation>
    </message>
    <message>
        <source>Wilayah laptop ini</source>
        <translation>Areas of this laptop</translation>
    </message>
    <message>
        <source>Wilayah {name}</source>
        <translation>Areas of {name}</translation>
    </message>
    <message>
        <source>Wilayah {name} diatur</source>
        <translation>The areas of {name} were set</translation>
    </message>
    <message>
        <source>Wilayah: {areas}</source>
        <translation>Areas: {areas}</translation>
    </message>
    <message>
        <source>Wilayahnya harus di daerah ini.</source>
        <translation>The areas have to be in this regency.</translation>
    </message>
    <message>
        <source>Ya</source>
        <translation>Yes</translation>
    </message>
    <message>
        <source>Yang ada di daftar ini tidak dikirimi SMS lagi oleh pusat. Ketik hasilnya sesudah ditelepon.</source>
        <translation>The centre sends no SMS to those on this list any more. Type the results after calling.</translation>
    </message>
    <message>
        <source>Yang akan datang</source>
        <translation>To come</translation>
    </message>
    <message>
        <source>Yang baru datang</source>
        <translation>Who has just come</translation>
    </message>
    <message>
        <source>Yang baru selesai</source>
        <translation>Just done with</translation>
    </message>
    <message>
        <source>Yang belum dikirim</source>
        <translation>What was not sent yet</translation>
    </message>
    <message>
        <source>Yang belum diperiksa</source>
        <translation>What was not checked</translation>
    </message>
    <message>
        <source>Yang bisa dihubungi</source>
        <translation>Who can be reached</translation>
    </message>
    <message>
        <source>Yang bisa ditunjuk hanya Anda sendiri atau satu tim dengan Anda, karena yang pergi melihat alasan warga. Untuk tim lain, minta ketua tim atau perencana.</source>
        <translation>You can name only yourself or your own team, because whoever goes sees why people can not come. For another team, ask a team lead or planner.</translation>
    </message>
    <message>
        <source>Yang bisa membukanya di laptop ini: {names}.</source>
        <translation>Who can open it on this laptop: {names}.</translation>
    </message>
    <message>
        <source>Yang dicatat sekarang masuk ke hari itu. Tutup dulu shift-nya, lalu buka shift hari ini.</source>
        <translation>What is noted now counts to that day. Close that shift first, then open today's.</translation>
    </message>
    <message>
        <source>Yang dicatat sesudah cadangan ini dan belum terkirim tidak ada di sini. Sinkronkan begitu ada jaringan, lalu cocokkan nomor antrean dengan kertas. Yang sudah terkirim kembali sendiri dari pusat.</source>
        <translation>What was noted after this backup and not sent is not here. Sync as soon as there is a network, then compare queue numbers with the paper. What was sent comes back from the centre by itself.</translation>
    </message>
    <message>
        <source>Yang dihubungi dicatat oleh petugas meja dan petugas kartu. Minta salah satu masuk.</source>
        <translation>Who was called is noted by operators and card clerks. Ask one of them to sign in.</translation>
    </message>
    <message>
        <source>Yang diketik di sini tetap terlihat dan tidak dikirim. Tekan Esc untuk kembali.</source>
        <translation>What was typed here stays in sight and is not sent. Press Esc to go back.</translation>
    </message>
    <message>
        <source>Yang diketik tetap di sini. Coba lagi {n} detik lagi.</source>
        <translation>What you typed stays here. Try again in {n} seconds.</translation>
    </message>
    <message>
        <source>Yang dilakukan</source>
        <translation>What is done</translation>
    </message>
    <message>
        <source>Yang diminta</source>
        <translation>What is asked for</translation>
    </message>
    <message>
        <source>Yang direkam di rumah didaftarkan sekalian.</source>
        <translation>Who is recorded at home is registered at once.</translation>
    </message>
    <message>
        <source>Yang direkam kemarin (sampai {time}) belum ada di daftar ini.</source>
        <translation>What was recorded yesterday (until {time}) is not on this list yet.</translation>
    </message>
    <message>
        <source>Yang disahkan keluar tetap dihitung di daftar, jadi persennya tidak naik karena orang dikeluarkan.</source>
        <translation>Who was approved to leave still counts on the list, so no percentage of it rises because people are taken off.</translation>
    </message>
    <message>
        <source>Yang disimpan masih diterima pusat; yang belum akan hilang. Data di laptop ini dihapus sesudah semenit tanpa ketikan, paling lama {n} menit lagi.</source>
        <translation>What is saved still reaches the centre; what is not will be lost. The data on this laptop are erased after a minute without typing, in {n} minutes at the latest.</translation>
    </message>
    <message>
        <source>Yang ditandatangani tidak berubah lagi dan bisa dicetak kapan saja.</source>
        <translation>What is signed never changes again, and can be printed at any time.</translation>
    </message>
    <message>
        <source>Yang ditemukan</source>
        <translation>What was found</translation>
    </message>
    <message>
        <source>Yang ditemukan: {what}.
Artinya: data laptop dibuka dengan program lain, atau ditimpa salinan lama. Catatan tim di laptop ini sudah dikembalikan, data pusat diambil ulang saat sinkron. Pekerjaan bisa terus.
Sekarang: cocokkan angka shift dengan kertas, jangan pinjamkan laptop, dan beri tahu kantor. Admin memeriksa siapa yang memegang kuncinya.</source>
        <translation>What was found: {what}.
What it means: the laptop's data were opened with another program, or overwritten with an old copy. The team's records on this laptop have been put back, the centre's are fetched again at the next sync. Work can go on.
Now: check the figures of the shift against paper, do not lend the laptop out, and tell the office. An admin finds out who holds its key.</translation>
    </message>
    <message>
        <source>Yang ditulis adalah shift yang tampil, dengan jam setempat.</source>
        <translation>The shifts that are shown are written, in the hours of their place.</translation>
    </message>
    <message>
        <source>Yang ditunda</source>
        <translation>What is postponed</translation>
    </message>
    <message>
        <source>Yang diusulkan</source>
        <translation>What is proposed</translation>
    </message>
    <message>
        <source>Yang hadir</source>
        <translation>Present</translation>
    </message>
    <message>
        <source>Yang keluar lebih banyak daripada yang diterima. Kantor tidak memberi lagi sampai ini dijelaskan: hitung stoknya (6), atau putuskan kasusnya di Sinkronisasi.</source>
        <translation>More went out than was received. The office gives nothing more until this is explained: count its stock (6), or decide the case in Sync.</translation>
    </message>
    <message>
        <source>Yang menerima</source>
        <translation>Who receives it</translation>
    </message>
    <message>
        <source>Yang mengajukan dan belum dikabari tampil di sini.</source>
        <translation>Whoever applied and was not told shows up here.</translation>
    </message>
    <message>
        <source>Yang menjaganya</source>
        <translation>What protects them</translation>
    </message>
    <message>
        <source>Yang menjawab bukan pusat FieldKit.</source>
        <translation>What answered is not a FieldKit centre.</translation>
    </message>
    <message>
        <source>Yang menunggu dikirim sendiri saat tersambung.</source>
        <translation>What waits is sent by itself once connected.</translation>
    </message>
    <message>
        <source>Yang menyerahkan</source>
        <translation>Given by</translation>
    </message>
    <message>
        <source>Yang perlu diberi tahu</source>
        <translation>Those to be told</translation>
    </message>
    <message>
        <source>Yang perlu dibetulkan</source>
        <translation>To be corrected</translation>
    </message>
    <message>
        <source>Yang perlu dilakukan</source>
        <translation>What to do</translation>
    </message>
    <message>
        <source>Yang perlu dilihat</source>
        <translation>To be looked at</translation>
    </message>
    <message>
        <source>Yang pernah keluar</source>
        <translation>Given out before</translation>
    </message>
    <message>
        <source>Yang pertama di Tindakan; kiriman dibuka kartunya</source>
        <translation>The first of the actions; of a batch its cards</translation>
    </message>
    <message>
        <source>Yang pulang dulu tampil di sini.</source>
        <translation>Those who went home show up here.</translation>
    </message>
    <message>
        <source>Yang salah</source>
        <translation>What is wrong</translation>
    </message>
    <message>
        <source>Yang sudah dicetak lebih banyak dari yang sudah rekam.</source>
        <translation>More are printed than recorded.</translation>
    </message>
    <message>
        <source>Yang sudah masuk aman. Ambil kiriman ini sekali lagi sebentar lagi.</source>
        <translation>What is in is safe. Take this bundle once more in a moment.</translation>
    </message>
    <message>
        <source>Yang sudah masuk tersimpan, sisanya menyusul begitu tersambung.</source>
        <translation>What has come in is saved, the rest follows once connected.</translation>
    </message>
    <message>
        <source>Yang sudah rekam lebih banyak dari wajib KTP.</source>
        <translation>More are recorded than obligated.</translation>
    </message>
    <message>
        <source>Yang sudah terekam di Pendaftaran tampil di sini.</source>
        <translation>Those recorded on Registration are shown here.</translation>
    </message>
    <message>
        <source>Yang sudah terjadi</source>
        <translation>What happened so far</translation>
    </message>
    <message>
        <source>Yang sudah terkirim aman di pusat, yang lain di cadangan terakhir. Pulihkan cadangan itu; tidak ada yang ditimpa.</source>
        <translation>What was sent is safe at the centre, the rest in the last backup. Restore that backup; nothing is overwritten.</translation>
    </message>
    <message>
        <source>Yang sudah terkirim aman di pusat. Yang belum terkirim mungkin masih bisa diselamatkan.</source>
        <translation>What was sent is safe at the centre. What was not sent may still be rescued.</translation>
    </message>
    <message>
        <source>Yang sudah tersimpan belum berubah. Tunggu sebentar lalu coba lagi; kalau terulang, jangan matikan paksa, dan bawa laptop ke kantor.</source>
        <translation>What was saved is unchanged. Wait a moment and try again; if it happens again, do not force the power off, and bring the laptop to the office.</translation>
    </message>
    <message>
        <source>Yang sudah tersimpan tetap ada di sini. Hubungi kantor untuk mendaftarkannya lagi.</source>
        <translation>What is saved is still here. Contact the office to register it again.</translation>
    </message>
    <message>
        <source>Yang sudah tersimpan tetap aman. Kosongkan ruang, lalu coba lagi.</source>
        <translation>What is saved stays safe. Free some space, then try again.</translation>
    </message>
    <message>
        <source>Yang sudah tersimpan tetap utuh, tetapi yang baru tidak bisa disimpan di sana.</source>
        <translation>What was saved stays whole, but nothing new can be saved there.</translation>
    </message>
    <message>
        <source>Yang sudah tersimpan tetap utuh. Minta kantor memeriksa izin map data.</source>
        <translation>What is saved is intact. Ask the office to check the rights of the data folder.</translation>
    </message>
    <message>
        <source>Yang sudah tersimpan tetap utuh. Mulai ulang FieldKit; kalau terulang, kirim log ke kantor.</source>
        <translation>What is saved is intact. Restart FieldKit; if it happens again, send the log to the office.</translation>
    </message>
    <message>
        <source>Yang sudah tersimpan tetap utuh. Tutup lalu buka lagi; kalau terulang, kirim log ke kantor.</source>
        <translation>What is saved is intact. Close and open it again; if it happens again, send the log to the office.</translation>
    </message>
    <message>
        <source>Yang terjadi</source>
        <translation>What happened</translation>
    </message>
    <message>
        <source>Yang terjangkau hanya {n} orang, jadi tidak bisa dibagi lebih dari itu.</source>
        <translation>Only {n} people can be reached, so no more than that can be shared out.</translation>
    </message>
    <message>
        <source>Yang ternyata orang lain</source>
        <translation>Who is somebody else after all</translation>
    </message>
    <message>
        <source>Yang tidak ada atau rusak ditandai dulu di daftar kartunya. Yang tidak di daftar: nomor resi atau nama, dipisah titik koma.</source>
        <translation>Mark what is missing or damaged in the list of cards first. What is not on the list: receipt number or name, separated by semicolons.</translation>
    </message>
    <message>
        <source>Yang tidak dicentang dibiarkan seperti di laptop ini. Isian penting diusulkan: kalau bertentangan dengan orang lain, pusat meminta keputusan.</source>
        <translation>What is not ticked stays as it is on this laptop. Important fields are proposed: where they contradict what others say, the centre asks for a decision.</translation>
    </message>
    <message>
        <source>Zona waktu</source>
        <translation>Time zone</translation>
    </message>
    <message>
        <source>Zona waktu laptop beda {n} jam dari tempat tugas.</source>
        <translation>The laptop's time zone is {n} hours off the place of work.</translation>
    </message>
    <message>
        <source>Zona waktu sama dengan tempat tugas: {zone}.</source>
        <translation>The time zone is that of the place of work: {zone}.</translation>
    </message>
    <message>
        <source>Zona waktu {zone} tidak dikenal di laptop ini.</source>
        <translation>The time zone {zone} is not known on this laptop.</translation>
    </message>
    <message>
        <source>ada kata sandi</source>
        <translation>has a passphrase</translation>
    </message>
    <message>
        <source>aktif</source>
        <translation>active</translation>
    </message>
    <message>
        <source>akun laptop ini membukanya tanpa ditanya</source>
        <translation>the account of this laptop opens them without asking</translation>
    </message>
    <message>
        <source>akun laptop ini, tanpa ditanya</source>
        <translation>the account of this laptop, without asking</translation>
    </message>
    <message>
        <source>alamat</source>
        <translation>address</translation>
    </message>
    <message>
        <source>alat</source>
        <translation>equipment</translation>
    </message>
    <message>
        <source>alat atau listrik gagal</source>
        <translation>device or power failed</translation>
    </message>
    <message>
        <source>anak, tetangga, ketua RT</source>
        <translation>child, neighbour, RT head</translation>
    </message>
    <message>
        <source>angka NIK atau KK</source>
        <translation>digits of NIK or KK</translation>
    </message>
    <message>
        <source>angka mana, seharusnya berapa</source>
        <translation>which figure, and what it should be</translation>
    </message>
    <message>
        <source>angka nasional, {day}</source>
        <translation>national figure, {day}</translation>
    </message>
    <message>
        <source>apa yang dipastikan, kepada siapa</source>
        <translation>what was checked, with whom</translation>
    </message>
    <message>
        <source>apa yang terjadi</source>
        <translation>what happened</translation>
    </message>
    <message>
        <source>asal bagian ini, mis. Jakarta</source>
        <translation>where this part is from, e.g. Jakarta</translation>
    </message>
    <message>
        <source>atau telepon kantor</source>
        <translation>or ring the office</translation>
    </message>
    <message>
        <source>awalannya di daerah asal, misalnya P1, P2</source>
        <translation>their prefixes at home, such as P1, P2</translation>
    </message>
    <message>
        <source>baik</source>
        <translation>fine</translation>
    </message>
    <message>
        <source>batas sudah lewat</source>
        <translation>the last day is over</translation>
    </message>
    <message>
        <source>batas {day}</source>
        <translation>ends {day}</translation>
    </message>
    <message>
        <source>baterai {minutes}</source>
        <translation>battery {minutes}</translation>
    </message>
    <message>
        <source>bawaan</source>
        <translation>as delivered</translation>
    </message>
    <message>
        <source>belum 16 tahun</source>
        <translation>under 16</translation>
    </message>
    <message>
        <source>belum ada</source>
        <translation>none yet</translation>
    </message>
    <message>
        <source>belum ada anggota</source>
        <translation>no members yet</translation>
    </message>
    <message>
        <source>belum ada daftar</source>
        <translation>no list yet</translation>
    </message>
    <message>
        <source>belum ada daftar atau angka wajib KTP</source>
        <translation>no list or count yet</translation>
    </message>
    <message>
        <source>belum ada giliran</source>
        <translation>none is due yet</translation>
    </message>
    <message>
        <source>belum ada penutupan</source>
        <translation>no closing yet</translation>
    </message>
    <message>
        <source>belum ada petugas</source>
        <translation>nobody yet</translation>
    </message>
    <message>
        <source>belum ada shift</source>
        <translation>no shift yet</translation>
    </message>
    <message>
        <source>belum ada target</source>
        <translation>no target yet</translation>
    </message>
    <message>
        <source>belum ada tempat yang tercatat</source>
        <translation>no place is on record yet</translation>
    </message>
    <message>
        <source>belum ada untuk tempat ini</source>
        <translation>none for this place yet</translation>
    </message>
    <message>
        <source>belum ada yang dicetak</source>
        <translation>nothing was printed yet</translation>
    </message>
    <message>
        <source>belum ada: kalau kunci laptop ini hilang, kantor tidak bisa membukanya</source>
        <translation>none yet: if the key of this laptop is lost, the office can not open it</translation>
    </message>
    <message>
        <source>belum bisa dibaca di sini</source>
        <translation>can not be read here yet</translation>
    </message>
    <message>
        <source>belum diatur</source>
        <translation>not set</translation>
    </message>
    <message>
        <source>belum dicek</source>
        <translation>not checked</translation>
    </message>
    <message>
        <source>belum dicetak</source>
        <translation>not printed yet</translation>
    </message>
    <message>
        <source>belum dikabari</source>
        <translation>not told yet</translation>
    </message>
    <message>
        <source>belum diketahui</source>
        <translation>not known yet</translation>
    </message>
    <message>
        <source>belum dikirim {n}</source>
        <translation>not sent yet {n}</translation>
    </message>
    <message>
        <source>belum dipilih</source>
        <translation>not chosen yet</translation>
    </message>
    <message>
        <source>belum ditandai</source>
        <translation>not ticked</translation>
    </message>
    <message>
        <source>belum ditandatangani kepala dinas</source>
        <translation>not signed by the head yet</translation>
    </message>
    <message>
        <source>belum ditaruh</source>
        <translation>not put away</translation>
    </message>
    <message>
        <source>belum ditulis; perencana menulisnya di Jadwal, sebagai hari khusus</source>
        <translation>not noted; the planner notes it in Schedule, as a special day</translation>
    </message>
    <message>
        <source>belum diuji</source>
        <translation>not tested yet</translation>
    </message>
    <message>
        <source>belum melapor</source>
        <translation>not heard of yet</translation>
    </message>
    <message>
        <source>belum melapor sejak pulih</source>
        <translation>has not reported since the restore</translation>
    </message>
    <message>
        <source>belum pernah</source>
        <translation>never</translation>
    </message>
    <message>
        <source>belum pernah melapor</source>
        <translation>never reported</translation>
    </message>
    <message>
        <source>belum pernah sinkron</source>
        <translation>never synced</translation>
    </message>
    <message>
        <source>belum rekam</source>
        <translation>not recorded</translation>
    </message>
    <message>
        <source>belum sinkron</source>
        <translation>not synced</translation>
    </message>
    <message>
        <source>belum tahu</source>
        <translation>not known</translation>
    </message>
    <message>
        <source>belum tercatat hadir</source>
        <translation>not noted as present</translation>
    </message>
    <message>
        <source>belum terhubung sejak daftar dibagikan</source>
        <translation>not in touch since the lists were shared</translation>
    </message>
    <message>
        <source>belum terhubung sejak selesai, daftarnya mungkin masih ada</source>
        <translation>not in touch since the end, the lists may still be there</translation>
    </message>
    <message>
        <source>berakhir {tail}</source>
        <translation>ends in {tail}</translation>
    </message>
    <message>
        <source>berhenti</source>
        <translation>dismissed</translation>
    </message>
    <message>
        <source>berjalan</source>
        <translation>running</translation>
    </message>
    <message>
        <source>berkas belum dilihat</source>
        <translation>a paper not seen</translation>
    </message>
    <message>
        <source>berkas kurang</source>
        <translation>papers missing</translation>
    </message>
    <message>
        <source>berlaku</source>
        <translation>valid</translation>
    </message>
    <message>
        <source>berlaku dari {first}</source>
        <translation>valid from {first}</translation>
    </message>
    <message>
        <source>berlaku {first} – {last}</source>
        <translation>valid {first} – {last}</translation>
    </message>
    <message>
        <source>berubah sesudah ditandatangani</source>
        <translation>changed since it was signed</translation>
    </message>
    <message>
        <source>betulkan jam laptop dulu</source>
        <translation>set the clock right first</translation>
    </message>
    <message>
        <source>bila berkas tidak menulisnya</source>
        <translation>if the file does not say</translation>
    </message>
    <message>
        <source>blangko</source>
        <translation>blanks</translation>
    </message>
    <message>
        <source>blangko kurang</source>
        <translation>blanks are short</translation>
    </message>
    <message>
        <source>blangko terpakai {n}</source>
        <translation>{n} blanks used</translation>
    </message>
    <message>
        <source>blangko {n}</source>
        <translation>blanks {n}</translation>
    </message>
    <message>
        <source>boleh dilihat siapa saja</source>
        <translation>open to everybody</translation>
    </message>
    <message>
        <source>boleh diterbitkan</source>
        <translation>may be given</translation>
    </message>
    <message>
        <source>boleh diterbitkan sampai {day}</source>
        <translation>may be given until {day}</translation>
    </message>
    <message>
        <source>boleh kosong</source>
        <translation>may stay empty</translation>
    </message>
    <message>
        <source>bukan, daftar baru</source>
        <translation>none, a list of its own</translation>
    </message>
    <message>
        <source>cas dulu, atau bawa UPS</source>
        <translation>charge it, or take a UPS along</translation>
    </message>
    <message>
        <source>catat kalau dibawa</source>
        <translation>note it if it comes along</translation>
    </message>
    <message>
        <source>catatan kehadiran</source>
        <translation>an attendance entry</translation>
    </message>
    <message>
        <source>catatan laptop berubah mulai nomor {n}</source>
        <translation>the laptop's records differ from number {n} on</translation>
    </message>
    <message>
        <source>catatan meja mungkin belum semua masuk</source>
        <translation>not everything of the table may have come in</translation>
    </message>
    <message>
        <source>catatan stok</source>
        <translation>a stock entry</translation>
    </message>
    <message>
        <source>catatan terakhir laptop hilang, dulu sampai nomor {n}</source>
        <translation>the laptop's last records are gone, they went up to number {n}</translation>
    </message>
    <message>
        <source>cetak</source>
        <translation>prints</translation>
    </message>
    <message>
        <source>cetak, kira-kira</source>
        <translation>prints, about</translation>
    </message>
    <message>
        <source>cetakan, kalau ada</source>
        <translation>prints, if any</translation>
    </message>
    <message>
        <source>coba satu rekaman</source>
        <translation>try one recording</translation>
    </message>
    <message>
        <source>cocok</source>
        <translation>agrees</translation>
    </message>
    <message>
        <source>cocokkan jam dulu</source>
        <translation>compare the clock first</translation>
    </message>
    <message>
        <source>cukup kodenya</source>
        <translation>the code is enough</translation>
    </message>
    <message>
        <source>daftar</source>
        <translation>list</translation>
    </message>
    <message>
        <source>daftar dibagikan</source>
        <translation>lists shared</translation>
    </message>
    <message>
        <source>daftar hari ini</source>
        <translation>registered today</translation>
    </message>
    <message>
        <source>daftar lain tidak ada di laptop ini</source>
        <translation>other lists are not on this laptop</translation>
    </message>
    <message>
        <source>daftar {day}</source>
        <translation>registered {day}</translation>
    </message>
    <message>
        <source>dan {n} wilayah lagi</source>
        <translation>and {n} more areas</translation>
    </message>
    <message>
        <source>dana</source>
        <translation>funds</translation>
    </message>
    <message>
        <source>dana, jaringan, alat, petugas lengkap</source>
        <translation>funds, network, equipment, staff all there</translation>
    </message>
    <message>
        <source>dari daftar</source>
        <translation>from the list</translation>
    </message>
    <message>
        <source>dari kantor, sekali pakai</source>
        <translation>from the office, used once</translation>
    </message>
    <message>
        <source>dari kunjungan, tanpa surat</source>
        <translation>from a visit, without a paper</translation>
    </message>
    <message>
        <source>dari laptop {origin}</source>
        <translation>of laptop {origin}</translation>
    </message>
    <message>
        <source>dari target {n}</source>
        <translation>of target {n}</translation>
    </message>
    <message>
        <source>dari {n} orang</source>
        <translation>of {n} people</translation>
    </message>
    <message>
        <source>dari {n} perubahan sudah diterima pusat</source>
        <translation>of {n} changes received by the centre</translation>
    </message>
    <message>
        <source>dari {total} di {place}</source>
        <translation>of {total} in {place}</translation>
    </message>
    <message>
        <source>data pusat</source>
        <translation>the centre's data</translation>
    </message>
    <message>
        <source>data sendiri, {day}</source>
        <translation>own data, {day}</translation>
    </message>
    <message>
        <source>di USB</source>
        <translation>on USB</translation>
    </message>
    <message>
        <source>di berkas</source>
        <translation>in the file</translation>
    </message>
    <message>
        <source>di daftar sisa {all}, terjangkau {n}</source>
        <translation>{all} left on the list, {n} within reach</translation>
    </message>
    <message>
        <source>di folder yang dipilih</source>
        <translation>in the chosen folder</translation>
    </message>
    <message>
        <source>di jalan {n}</source>
        <translation>on the way {n}</translation>
    </message>
    <message>
        <source>di kantor: data berubah</source>
        <translation>at the office: data change</translation>
    </message>
    <message>
        <source>di kecamatan</source>
        <translation>per district</translation>
    </message>
    <message>
        <source>di kotak kartu rusak</source>
        <translation>in the box of spoiled cards</translation>
    </message>
    <message>
        <source>di kotak {n} keping</source>
        <translation>{n} cards in the box</translation>
    </message>
    <message>
        <source>di laptop ini</source>
        <translation>on this laptop</translation>
    </message>
    <message>
        <source>di luar jadwal</source>
        <translation>not in the schedule</translation>
    </message>
    <message>
        <source>di luar jam, tetap dihitung</source>
        <translation>out of hours, still counted</translation>
    </message>
    <message>
        <source>di mana kartunya</source>
        <translation>where the card is</translation>
    </message>
    <message>
        <source>di sini {given}</source>
        <translation>here {given}</translation>
    </message>
    <message>
        <source>di tempat ini listrik sering padam</source>
        <translation>power fails often at this place</translation>
    </message>
    <message>
        <source>di tempat ini sinyal lemah</source>
        <translation>the signal is weak at this place</translation>
    </message>
    <message>
        <source>di tempat kedua</source>
        <translation>in the second place</translation>
    </message>
    <message>
        <source>di versi lama saja</source>
        <translation>on the older version only</translation>
    </message>
    <message>
        <source>diam {span}</source>
        <translation>silent for {span}</translation>
    </message>
    <message>
        <source>diambil dari antrean SMS</source>
        <translation>taken out of the SMS queue</translation>
    </message>
    <message>
        <source>diambil sekali</source>
        <translation>taken in once</translation>
    </message>
    <message>
        <source>dibaca petugas lapangan</source>
        <translation>read by the field</translation>
    </message>
    <message>
        <source>dibantu {name}</source>
        <translation>helped by {name}</translation>
    </message>
    <message>
        <source>dibatalkan</source>
        <translation>taken back</translation>
    </message>
    <message>
        <source>dibawa ketua tim</source>
        <translation>with the team lead</translation>
    </message>
    <message>
        <source>dibawa · {time}</source>
        <translation>on board · {time}</translation>
    </message>
    <message>
        <source>dibuka lagi dengan kode</source>
        <translation>opened again by a code</translation>
    </message>
    <message>
        <source>dibuka lagi, belum ditutup</source>
        <translation>reopened, not closed yet</translation>
    </message>
    <message>
        <source>dibuka {time}</source>
        <translation>opened {time}</translation>
    </message>
    <message>
        <source>dicabut</source>
        <translation>revoked</translation>
    </message>
    <message>
        <source>dicas · {percent} %</source>
        <translation>charging · {percent} %</translation>
    </message>
    <message>
        <source>dicatat atas nama Anda</source>
        <translation>noted under your name</translation>
    </message>
    <message>
        <source>dicetak, belum ditaruh</source>
        <translation>printed, not put away</translation>
    </message>
    <message>
        <source>dihitung saja</source>
        <translation>only counted</translation>
    </message>
    <message>
        <source>dihitung sebagai kabar</source>
        <translation>counts as a notice</translation>
    </message>
    <message>
        <source>dihitung {n} blangko, kurang {m}</source>
        <translation>{n} blanks counted, {m} missing</translation>
    </message>
    <message>
        <source>dihitung {n} blangko, lebih {m}</source>
        <translation>{n} blanks counted, {m} too many</translation>
    </message>
    <message>
        <source>dijawab {name}</source>
        <translation>answered by {name}</translation>
    </message>
    <message>
        <source>dijelaskan, belum disahkan</source>
        <translation>explained, not approved</translation>
    </message>
    <message>
        <source>dikabari {day}</source>
        <translation>told {day}</translation>
    </message>
    <message>
        <source>dikirim pusat</source>
        <translation>sent by the centre</translation>
    </message>
    <message>
        <source>dikirim {day}</source>
        <translation>sent {day}</translation>
    </message>
    <message>
        <source>diminta kembali</source>
        <translation>asked back</translation>
    </message>
    <message>
        <source>dipakai {used}, sisa ± {left}</source>
        <translation>{used} used, ± {left} left</translation>
    </message>
    <message>
        <source>diperbaiki</source>
        <translation>in repair</translation>
    </message>
    <message>
        <source>diperiksa {time}</source>
        <translation>checked {time}</translation>
    </message>
    <message>
        <source>dipinjam</source>
        <translation>lent</translation>
    </message>
    <message>
        <source>disahkan, merantau</source>
        <translation>approved, away</translation>
    </message>
    <message>
        <source>disatukan</source>
        <translation>linked</translation>
    </message>
    <message>
        <source>disatukan petugas</source>
        <translation>linked by hand</translation>
    </message>
    <message>
        <source>disepakati</source>
        <translation>agreed</translation>
    </message>
    <message>
        <source>disetujui</source>
        <translation>approved</translation>
    </message>
    <message>
        <source>disiapkan {day}</source>
        <translation>prepared {day}</translation>
    </message>
    <message>
        <source>disimpan apa adanya</source>
        <translation>kept as they are</translation>
    </message>
    <message>
        <source>disimpan, tidak mengganti</source>
        <translation>kept, replaces nothing</translation>
    </message>
    <message>
        <source>ditahan: belum 17 tahun</source>
        <translation>held: not 17 yet</translation>
    </message>
    <message>
        <source>ditahan: belum ada NIK</source>
        <translation>held: no NIK yet</translation>
    </message>
    <message>
        <source>ditahan: data menunggu keputusan</source>
        <translation>held: data await a decision</translation>
    </message>
    <message>
        <source>ditahan: {status}</source>
        <translation>held: {status}</translation>
    </message>
    <message>
        <source>ditandai</source>
        <translation>ticked</translation>
    </message>
    <message>
        <source>ditandatangani penyimpan</source>
        <translation>signed by the keeper</translation>
    </message>
    <message>
        <source>ditandatangani {name}</source>
        <translation>signed by {name}</translation>
    </message>
    <message>
        <source>ditanyakan petugas</source>
        <translation>asked by the clerk</translation>
    </message>
    <message>
        <source>ditemukan pusat</source>
        <translation>found by the centre</translation>
    </message>
    <message>
        <source>diterima operator</source>
        <translation>accepted by the carrier</translation>
    </message>
    <message>
        <source>diterima {day}</source>
        <translation>received {day}</translation>
    </message>
    <message>
        <source>diterima {n}</source>
        <translation>received {n}</translation>
    </message>
    <message>
        <source>ditulis juga {name}</source>
        <translation>also written {name}</translation>
    </message>
    <message>
        <source>ditunda: {reason}</source>
        <translation>postponed: {reason}</translation>
    </message>
    <message>
        <source>ditutup</source>
        <translation>closed</translation>
    </message>
    <message>
        <source>ditutup {time}</source>
        <translation>closed {time}</translation>
    </message>
    <message>
        <source>diuji {time}</source>
        <translation>tested {time}</translation>
    </message>
    <message>
        <source>diusulkan</source>
        <translation>proposed</translation>
    </message>
    <message>
        <source>film kurang</source>
        <translation>film is short</translation>
    </message>
    <message>
        <source>film {n}</source>
        <translation>film {n}</translation>
    </message>
    <message>
        <source>frasa sandi, tiap dibuka</source>
        <translation>a passphrase, each time</translation>
    </message>
    <message>
        <source>gang, patokan</source>
        <translation>alley, landmark</translation>
    </message>
    <message>
        <source>gateway tidak ada</source>
        <translation>no gateway</translation>
    </message>
    <message>
        <source>gateway tidak menjawab</source>
        <translation>the gateway did not answer</translation>
    </message>
    <message>
        <source>hadir</source>
        <translation>attendance</translation>
    </message>
    <message>
        <source>hanya kalau kantor memberinya</source>
        <translation>only if the office gave you one</translation>
    </message>
    <message>
        <source>hapus berkas lain di laptop ini</source>
        <translation>delete other files on this laptop</translation>
    </message>
    <message>
        <source>hari</source>
        <translation>days</translation>
    </message>
    <message>
        <source>hari ini</source>
        <translation>today</translation>
    </message>
    <message>
        <source>hari terakhir kampanye belum diisi di Jadwal</source>
        <translation>the last day of the campaign is not set in Schedule yet</translation>
    </message>
    <message>
        <source>hitung keping di kotak</source>
        <translation>count the box</translation>
    </message>
    <message>
        <source>hitungan stok</source>
        <translation>a stock count</translation>
    </message>
    <message>
        <source>hubungi kantor</source>
        <translation>ask the office</translation>
    </message>
    <message>
        <source>huruf di nomor HP</source>
        <translation>letters in the phone number</translation>
    </message>
    <message>
        <source>id</source>
        <translation>en</translation>
    </message>
    <message>
        <source>identitas diperiksa</source>
        <translation>identity checked</translation>
    </message>
    <message>
        <source>jalan, patokan</source>
        <translation>way, landmark</translation>
    </message>
    <message>
        <source>jalur {speed}/dtk</source>
        <translation>line {speed}/s</translation>
    </message>
    <message>
        <source>jalur {speed}/dtk, sudah putus {n} kali</source>
        <translation>line {speed}/s, times broken off: {n}</translation>
    </message>
    <message>
        <source>jam diubah</source>
        <translation>other hours</translation>
    </message>
    <message>
        <source>jam {n} detik</source>
        <translation>clock {n} seconds</translation>
    </message>
    <message>
        <source>jam.menit</source>
        <translation>hh.mm</translation>
    </message>
    <message>
        <source>jaringan</source>
        <translation>network</translation>
    </message>
    <message>
        <source>jenis kelamin</source>
        <translation>sex</translation>
    </message>
    <message>
        <source>jenis kelamin di NIK</source>
        <translation>sex in the NIK</translation>
    </message>
    <message>
        <source>juga belum melapor</source>
        <translation>have not reported either</translation>
    </message>
    <message>
        <source>kabar ke-{n}</source>
        <translation>notice {n}</translation>
    </message>
    <message>
        <source>kalau ada</source>
        <translation>if any</translation>
    </message>
    <message>
        <source>kalau ditulis</source>
        <translation>if told</translation>
    </message>
    <message>
        <source>kalau hanya persen: 97 %</source>
        <translation>if only a percentage: 97 %</translation>
    </message>
    <message>
        <source>kalau sudah diketahui</source>
        <translation>if known</translation>
    </message>
    <message>
        <source>kantor</source>
        <translation>office</translation>
    </message>
    <message>
        <source>kartu</source>
        <translation>cards</translation>
    </message>
    <message>
        <source>kartu siap diantar</source>
        <translation>card to be brought</translation>
    </message>
    <message>
        <source>kartu yang dicetak</source>
        <translation>printed cards</translation>
    </message>
    <message>
        <source>kartu yang diperiksa</source>
        <translation>checked cards</translation>
    </message>
    <message>
        <source>kartu yang diserahkan</source>
        <translation>cards handed over</translation>
    </message>
    <message>
        <source>ke kantor</source>
        <translation>to the office</translation>
    </message>
    <message>
        <source>ke kecamatan mulai {day}</source>
        <translation>to the district from {day}</translation>
    </message>
    <message>
        <source>kecamatan</source>
        <translation>kecamatan</translation>
    </message>
    <message>
        <source>kelurahan atau desa</source>
        <translation>kelurahan or desa</translation>
    </message>
    <message>
        <source>kendala</source>
        <translation>incidents</translation>
    </message>
    <message>
        <source>keperluan belum dipilih</source>
        <translation>no reason chosen yet</translation>
    </message>
    <message>
        <source>keping</source>
        <translation>pieces</translation>
    </message>
    <message>
        <source>kita kembalikan {amount}</source>
        <translation>we give back {amount}</translation>
    </message>
    <message>
        <source>kode PIN {name} dibacakan</source>
        <translation>PIN code for {name} was told</translation>
    </message>
    <message>
        <source>kode pembuka dibacakan</source>
        <translation>opening code was told</translation>
    </message>
    <message>
        <source>kode sampai {when}</source>
        <translation>code until {when}</translation>
    </message>
    <message>
        <source>kode wilayah</source>
        <translation>code of the place</translation>
    </message>
    <message>
        <source>konsep, belum diterbitkan</source>
        <translation>draft, not published</translation>
    </message>
    <message>
        <source>kosong</source>
        <translation>empty</translation>
    </message>
    <message>
        <source>kosongkan kalau ketua tim ada di sini</source>
        <translation>leave empty if a team lead is here</translation>
    </message>
    <message>
        <source>kunci, meja, genset</source>
        <translation>key, table, generator</translation>
    </message>
    <message>
        <source>kunjungan</source>
        <translation>a visit</translation>
    </message>
    <message>
        <source>kurang dari 1 detik</source>
        <translation>less than 1 second</translation>
    </message>
    <message>
        <source>kurang {n}</source>
        <translation>{n} short</translation>
    </message>
    <message>
        <source>kurang {n} orang menuju {target}</source>
        <translation>{n} people missing to {target}</translation>
    </message>
    <message>
        <source>kurang, masih terjangkau</source>
        <translation>missing, within reach</translation>
    </message>
    <message>
        <source>kurang, terjangkau</source>
        <translation>missing, reachable</translation>
    </message>
    <message>
        <source>kurang: {missing}</source>
        <translation>lacking: {missing}</translation>
    </message>
    <message>
        <source>laju kini</source>
        <translation>at this pace</translation>
    </message>
    <message>
        <source>laju kini {n}/hari</source>
        <translation>pace now {n}/day</translation>
    </message>
    <message>
        <source>laki-laki</source>
        <translation>male</translation>
    </message>
    <message>
        <source>laptop</source>
        <translation>laptop</translation>
    </message>
    <message>
        <source>laptop {device}</source>
        <translation>laptop {device}</translation>
    </message>
    <message>
        <source>laptop {laptop}: {known}</source>
        <translation>laptop {laptop}: {known}</translation>
    </message>
    <message>
        <source>lebih dari satu nomor HP</source>
        <translation>more than one phone number</translation>
    </message>
    <message>
        <source>lebih {n}</source>
        <translation>{n} over</translation>
    </message>
    <message>
        <source>lewat</source>
        <translation>over</translation>
    </message>
    <message>
        <source>lewat jam</source>
        <translation>past its hours</translation>
    </message>
    <message>
        <source>lewat jam {n} mnt</source>
        <translation>{n} min over</translation>
    </message>
    <message>
        <source>lewat {name}</source>
        <translation>through {name}</translation>
    </message>
    <message>
        <source>lewat {n} jam</source>
        <translation>{n} hours late</translation>
    </message>
    <message>
        <source>maju</source>
        <translation>fast</translation>
    </message>
    <message>
        <source>maju {span}</source>
        <translation>{span} ahead</translation>
    </message>
    <message>
        <source>masih antre</source>
        <translation>still waiting</translation>
    </message>
    <message>
        <source>masih di meja</source>
        <translation>still at the table</translation>
    </message>
    <message>
        <source>meja ini</source>
        <translation>this table</translation>
    </message>
    <message>
        <source>melebihi catatan gudang</source>
        <translation>more than the store had on record</translation>
    </message>
    <message>
        <source>memegang daftar</source>
        <translation>has the lists</translation>
    </message>
    <message>
        <source>mendesak</source>
        <translation>urgent</translation>
    </message>
    <message>
        <source>menipis</source>
        <translation>running out</translation>
    </message>
    <message>
        <source>menit, boleh kosong</source>
        <translation>minutes, may be empty</translation>
    </message>
    <message>
        <source>menunggu</source>
        <translation>waiting</translation>
    </message>
    <message>
        <source>menunggu kode dipakai</source>
        <translation>waits for the code to be used</translation>
    </message>
    <message>
        <source>menunggu {n} hari</source>
        <translation>waiting {n} days</translation>
    </message>
    <message>
        <source>menunggu · {n} dilayani</source>
        <translation>waiting · {n} being served</translation>
    </message>
    <message>
        <source>menurut aturan kantor</source>
        <translation>by a rule of the office</translation>
    </message>
    <message>
        <source>menurut catatan</source>
        <translation>as recorded</translation>
    </message>
    <message>
        <source>menurut sisa terjangkau</source>
        <translation>by who is left</translation>
    </message>
    <message>
        <source>menurut tempat</source>
        <translation>by place</translation>
    </message>
    <message>
        <source>menyatakan sendiri daftarnya sudah tidak ada</source>
        <translation>says itself that the lists are gone</translation>
    </message>
    <message>
        <source>mereka kembalikan {amount}</source>
        <translation>they give back {amount}</translation>
    </message>
    <message>
        <source>minggu ini belum ada yang terekam</source>
        <translation>nobody recorded this week</translation>
    </message>
    <message>
        <source>minta alat lain ke kantor</source>
        <translation>ask the office for another set</translation>
    </message>
    <message>
        <source>minta berhenti</source>
        <translation>asked to stop</translation>
    </message>
    <message>
        <source>minta daftar baru ke kantor</source>
        <translation>ask the office for a new list</translation>
    </message>
    <message>
        <source>minta ribbon ke kantor</source>
        <translation>ask the office for ribbon</translation>
    </message>
    <message>
        <source>minta {day}</source>
        <translation>wants {day}</translation>
    </message>
    <message>
        <source>misalnya P2</source>
        <translation>such as P2</translation>
    </message>
    <message>
        <source>misalnya P2-ABC-DEFGH</source>
        <translation>such as P2-ABC-DEFGH</translation>
    </message>
    <message>
        <source>misalnya https://pusat.contoh.go.id</source>
        <translation>such as https://pusat.contoh.go.id</translation>
    </message>
    <message>
        <source>mnt</source>
        <translation>min</translation>
    </message>
    <message>
        <source>mundur</source>
        <translation>slow</translation>
    </message>
    <message>
        <source>mundur {span}</source>
        <translation>{span} behind</translation>
    </message>
    <message>
        <source>mundur {span} dari catatan</source>
        <translation>{span} before the last record</translation>
    </message>
    <message>
        <source>nama</source>
        <translation>name</translation>
    </message>
    <message>
        <source>nama yang menerima</source>
        <translation>who receives the pair</translation>
    </message>
    <message>
        <source>nama, boleh ditambah kecamatan atau kabupaten; atau kode wilayah</source>
        <translation>name, with district or regency if you like; or region code</translation>
    </message>
    <message>
        <source>nama, hubungan</source>
        <translation>name, relation</translation>
    </message>
    <message>
        <source>nasional</source>
        <translation>national</translation>
    </message>
    <message>
        <source>no. {number}</source>
        <translation>no. {number}</translation>
    </message>
    <message>
        <source>nomor HP</source>
        <translation>phone number</translation>
    </message>
    <message>
        <source>nomor HP dipakai banyak orang</source>
        <translation>phone number of many people</translation>
    </message>
    <message>
        <source>nomor HP tidak lazim</source>
        <translation>unusual phone number</translation>
    </message>
    <message>
        <source>nomor KK</source>
        <translation>KK number</translation>
    </message>
    <message>
        <source>nomor belum ditulis</source>
        <translation>number not written yet</translation>
    </message>
    <message>
        <source>nomor telepon rumah</source>
        <translation>landline number</translation>
    </message>
    <message>
        <source>nomor tidak terjangkau gateway</source>
        <translation>the gateway does not reach the number</translation>
    </message>
    <message>
        <source>oleh {name}</source>
        <translation>by {name}</translation>
    </message>
    <message>
        <source>oleh {name}{time}</source>
        <translation>by {name}{time}</translation>
    </message>
    <message>
        <source>orang</source>
        <translation>people</translation>
    </message>
    <message>
        <source>orang ke {target}</source>
        <translation>people to {target}</translation>
    </message>
    <message>
        <source>orangnya, dilaporkan keluar dari daftar</source>
        <translation>the person, reported as off the list</translation>
    </message>
    <message>
        <source>orangnya, sudah disahkan keluar dari daftar</source>
        <translation>the person, confirmed as off the list</translation>
    </message>
    <message>
        <source>pemiliknya</source>
        <translation>the owner</translation>
    </message>
    <message>
        <source>pemula</source>
        <translation>first-time</translation>
    </message>
    <message>
        <source>pendek, misalnya Dukcapil</source>
        <translation>short, such as Dukcapil</translation>
    </message>
    <message>
        <source>pengguna</source>
        <translation>user</translation>
    </message>
    <message>
        <source>penting, {rows}</source>
        <translation>important, {rows}</translation>
    </message>
    <message>
        <source>penutupan</source>
        <translation>a closing</translation>
    </message>
    <message>
        <source>per {day}</source>
        <translation>as of {day}</translation>
    </message>
    <message>
        <source>perempuan</source>
        <translation>female</translation>
    </message>
    <message>
        <source>perkiraan {n} mnt</source>
        <translation>about {n} min</translation>
    </message>
    <message>
        <source>perlu dilihat</source>
        <translation>to be looked at</translation>
    </message>
    <message>
        <source>perlu tindakan</source>
        <translation>act now</translation>
    </message>
    <message>
        <source>perlu {n} / hari sampai {day}</source>
        <translation>{n} / day needed until {day}</translation>
    </message>
    <message>
        <source>perlu {n} per ½ jam</source>
        <translation>needs {n} per ½ hour</translation>
    </message>
    <message>
        <source>perlu {n}/hari</source>
        <translation>{n}/day needed</translation>
    </message>
    <message>
        <source>perlu {n}/hari sampai {day}</source>
        <translation>{n} a day needed until {day}</translation>
    </message>
    <message>
        <source>perlu {n}/jam</source>
        <translation>needed {n}/h</translation>
    </message>
    <message>
        <source>perubahan 1–{last}</source>
        <translation>changes 1–{last}</translation>
    </message>
    <message>
        <source>perubahan baru sejak terakhir dicocokkan</source>
        <translation>new changes since last compared</translation>
    </message>
    <message>
        <source>perubahan ke-{n}</source>
        <translation>change no. {n}</translation>
    </message>
    <message>
        <source>petugas</source>
        <translation>staff</translation>
    </message>
    <message>
        <source>petugas atau RT yang melihat</source>
        <translation>officer or RT who saw it</translation>
    </message>
    <message>
        <source>petugas kartu</source>
        <translation>by the card clerk</translation>
    </message>
    <message>
        <source>pindah tempat</source>
        <translation>another place</translation>
    </message>
    <message>
        <source>pisahkan dengan koma</source>
        <translation>separate with commas</translation>
    </message>
    <message>
        <source>printer {n}</source>
        <translation>printer {n}</translation>
    </message>
    <message>
        <source>pulang dulu</source>
        <translation>went home</translation>
    </message>
    <message>
        <source>pulang {time}</source>
        <translation>left {time}</translation>
    </message>
    <message>
        <source>pusat dipulihkan dari cadangan</source>
        <translation>the centre was restored from a backup</translation>
    </message>
    <message>
        <source>pusat, provinsi</source>
        <translation>ministry, province</translation>
    </message>
    <message>
        <source>rekamannya dihapus pusat</source>
        <translation>record deleted at the centre</translation>
    </message>
    <message>
        <source>ribbon kurang</source>
        <translation>ribbon is short</translation>
    </message>
    <message>
        <source>ribbon {n}</source>
        <translation>ribbon {n}</translation>
    </message>
    <message>
        <source>rinciannya tidak terbaca</source>
        <translation>the details can not be read</translation>
    </message>
    <message>
        <source>rol, 1 rol ± {n} cetak</source>
        <translation>rolls, 1 roll ± {n} prints</translation>
    </message>
    <message>
        <source>rusak sebagian</source>
        <translation>damaged in part</translation>
    </message>
    <message>
        <source>rusak, dimusnahkan, sisa kotak</source>
        <translation>spoiled, destroyed, left in the box</translation>
    </message>
    <message>
        <source>s.d. {day}</source>
        <translation>until {day}</translation>
    </message>
    <message>
        <source>s.d. {time}</source>
        <translation>until {time}</translation>
    </message>
    <message>
        <source>saat {incident}</source>
        <translation>when {incident}</translation>
    </message>
    <message>
        <source>sakitnya cukup kode di atas</source>
        <translation>of illness the code above is enough</translation>
    </message>
    <message>
        <source>sama dengan blangko</source>
        <translation>same as blanks</translation>
    </message>
    <message>
        <source>sampai</source>
        <translation>until</translation>
    </message>
    <message>
        <source>sampai di HP</source>
        <translation>delivered to the phone</translation>
    </message>
    <message>
        <source>sampai {day}</source>
        <translation>until {day}</translation>
    </message>
    <message>
        <source>sampai {end} tinggal {minutes}</source>
        <translation>{minutes} left until {end}</translation>
    </message>
    <message>
        <source>satu KK</source>
        <translation>same family card</translation>
    </message>
    <message>
        <source>sebelum naik versi</source>
        <translation>before the upgrade</translation>
    </message>
    <message>
        <source>sedang dilayani</source>
        <translation>being served</translation>
    </message>
    <message>
        <source>sedikitnya {n} huruf, misalnya empat kata</source>
        <translation>at least {n} letters, such as four words</translation>
    </message>
    <message>
        <source>segera setelah kabar ketiga</source>
        <translation>right after the third notice</translation>
    </message>
    <message>
        <source>sejak {day}</source>
        <translation>since {day}</translation>
    </message>
    <message>
        <source>sejak {time}</source>
        <translation>since {time}</translation>
    </message>
    <message>
        <source>sekali pakai</source>
        <translation>used once</translation>
    </message>
    <message>
        <source>selesai</source>
        <translation>settled</translation>
    </message>
    <message>
        <source>semua RT</source>
        <translation>all RT</translation>
    </message>
    <message>
        <source>semua kelurahan</source>
        <translation>all villages</translation>
    </message>
    <message>
        <source>semua klop</source>
        <translation>all add up</translation>
    </message>
    <message>
        <source>semuanya dalam kiriman</source>
        <translation>all of them in batches</translation>
    </message>
    <message>
        <source>sendiri</source>
        <translation>in person</translation>
    </message>
    <message>
        <source>seperti di KK</source>
        <translation>as on the KK</translation>
    </message>
    <message>
        <source>seperti di pengumuman</source>
        <translation>as in the notice</translation>
    </message>
    <message>
        <source>seperti tertulis di koper</source>
        <translation>as written on the case</translation>
    </message>
    <message>
        <source>sering mati</source>
        <translation>often off</translation>
    </message>
    <message>
        <source>seseorang</source>
        <translation>somebody</translation>
    </message>
    <message>
        <source>sesuai rencana</source>
        <translation>as planned</translation>
    </message>
    <message>
        <source>setelah seluruh waktunya lewat</source>
        <translation>once the whole time has passed</translation>
    </message>
    <message>
        <source>siap, belum dikabari</source>
        <translation>ready, not told yet</translation>
    </message>
    <message>
        <source>siap, kabar tidak sampai</source>
        <translation>ready, the notice did not arrive</translation>
    </message>
    <message>
        <source>siap, minta tidak dikirimi kabar</source>
        <translation>ready, wants no messages</translation>
    </message>
    <message>
        <source>siap, tidak punya HP</source>
        <translation>ready, has no phone</translation>
    </message>
    <message>
        <source>siapa yang bilang, pindah ke mana</source>
        <translation>who says so, where to</translation>
    </message>
    <message>
        <source>siapa yang memegang</source>
        <translation>who keeps it</translation>
    </message>
    <message>
        <source>sidik baru {print}, sebelumnya {before}: belum dipakai</source>
        <translation>new print {print}, before {before}: not used yet</translation>
    </message>
    <message>
        <source>sidik {print}</source>
        <translation>print {print}</translation>
    </message>
    <message>
        <source>sidik {print}, bisa membuka laptop ini dan cadangannya</source>
        <translation>print {print}, can open this laptop and its backups</translation>
    </message>
    <message>
        <source>sidik {print}, dikunci saat sinkron berikutnya</source>
        <translation>print {print}, sealed with the next sync</translation>
    </message>
    <message>
        <source>sidik {print}, tanpa tanda tangan kepala dinas: tidak dipakai</source>
        <translation>print {print}, without the signature of the head: not used</translation>
    </message>
    <message>
        <source>singkat</source>
        <translation>in a few words</translation>
    </message>
    <message>
        <source>singkat, ikut tercatat</source>
        <translation>briefly, on record</translation>
    </message>
    <message>
        <source>sinkron dulu, atau ambil lewat USB</source>
        <translation>sync first, or fetch it by USB stick</translation>
    </message>
    <message>
        <source>sinkron sebelum berangkat</source>
        <translation>sync before leaving</translation>
    </message>
    <message>
        <source>sinkron {when}</source>
        <translation>synced {when}</translation>
    </message>
    <message>
        <source>sinyal baik</source>
        <translation>good signal</translation>
    </message>
    <message>
        <source>sinyal lemah</source>
        <translation>weak signal</translation>
    </message>
    <message>
        <source>sisa</source>
        <translation>left</translation>
    </message>
    <message>
        <source>sisa {n} di daftar, terjangkau {m}</source>
        <translation>{n} left on the list, {m} reachable</translation>
    </message>
    <message>
        <source>sisa {n} jam</source>
        <translation>{n} hours left</translation>
    </message>
    <message>
        <source>sisa {size}</source>
        <translation>{size} left</translation>
    </message>
    <message>
        <source>sisa ± {span}</source>
        <translation>± {span} left</translation>
    </message>
    <message>
        <source>status kawin</source>
        <translation>marital status</translation>
    </message>
    <message>
        <source>status perekaman</source>
        <translation>status of the record</translation>
    </message>
    <message>
        <source>sudah ada penjelasan, belum disahkan</source>
        <translation>explained, not approved</translation>
    </message>
    <message>
        <source>sudah dicetak</source>
        <translation>printed</translation>
    </message>
    <message>
        <source>sudah diminta menghapus, belum menyatakan terhapus</source>
        <translation>asked to erase, has not said that it did</translation>
    </message>
    <message>
        <source>sudah putus {n} kali</source>
        <translation>times broken off: {n}</translation>
    </message>
    <message>
        <source>sudah rekam</source>
        <translation>recorded</translation>
    </message>
    <message>
        <source>sudah terbit</source>
        <translation>published</translation>
    </message>
    <message>
        <source>surat kuasa</source>
        <translation>letter of authority</translation>
    </message>
    <message>
        <source>tanda tangan tidak cocok</source>
        <translation>signature does not fit</translation>
    </message>
    <message>
        <source>tanggal batas belum diisi di Jadwal</source>
        <translation>no last day on Schedule yet</translation>
    </message>
    <message>
        <source>tanggal lahir</source>
        <translation>date of birth</translation>
    </message>
    <message>
        <source>tanggal status</source>
        <translation>date of the status</translation>
    </message>
    <message>
        <source>tanpa RT</source>
        <translation>without RT</translation>
    </message>
    <message>
        <source>tanpa akhir</source>
        <translation>no end</translation>
    </message>
    <message>
        <source>tanpa batas</source>
        <translation>without an end</translation>
    </message>
    <message>
        <source>tanpa laju tidak ada tanggal</source>
        <translation>without a pace there is no day</translation>
    </message>
    <message>
        <source>tanpa listrik</source>
        <translation>no power</translation>
    </message>
    <message>
        <source>tanpa nama warga</source>
        <translation>without names of residents</translation>
    </message>
    <message>
        <source>tanpa nomor</source>
        <translation>no number</translation>
    </message>
    <message>
        <source>tanpa nomor alat</source>
        <translation>without a set number</translation>
    </message>
    <message>
        <source>tanpa rincian penyakit</source>
        <translation>no details of illness</translation>
    </message>
    <message>
        <source>tanpa sinyal</source>
        <translation>no signal</translation>
    </message>
    <message>
        <source>tanpa surat</source>
        <translation>without a paper</translation>
    </message>
    <message>
        <source>tanpa {laptops}</source>
        <translation>without {laptops}</translation>
    </message>
    <message>
        <source>tanyakan dulu</source>
        <translation>ask first</translation>
    </message>
    <message>
        <source>target sudah tercapai</source>
        <translation>the target is met</translation>
    </message>
    <message>
        <source>target {n}</source>
        <translation>aim {n}</translation>
    </message>
    <message>
        <source>telepon rumah</source>
        <translation>landline</translation>
    </message>
    <message>
        <source>tempat lahir</source>
        <translation>place of birth</translation>
    </message>
    <message>
        <source>tempat lain</source>
        <translation>another place</translation>
    </message>
    <message>
        <source>tepat waktu</source>
        <translation>in time</translation>
    </message>
    <message>
        <source>terakhir {when}</source>
        <translation>last {when}</translation>
    </message>
    <message>
        <source>tercatat {n}</source>
        <translation>{n} on record</translation>
    </message>
    <message>
        <source>tercatat {n} di meja ini</source>
        <translation>{n} on record at this table</translation>
    </message>
    <message>
        <source>terekam</source>
        <translation>recorded</translation>
    </message>
    <message>
        <source>terlambat {n} mnt</source>
        <translation>{n} min late</translation>
    </message>
    <message>
        <source>termasuk baik</source>
        <translation>counted as good</translation>
    </message>
    <message>
        <source>termasuk {n} di luar jam</source>
        <translation>{n} of them out of hours</translation>
    </message>
    <message>
        <source>tersisa &amp; layak</source>
        <translation>left &amp; fit</translation>
    </message>
    <message>
        <source>tetap di daftar</source>
        <translation>still on the list</translation>
    </message>
    <message>
        <source>tetap, sudah ditandatangani</source>
        <translation>stands, already signed</translation>
    </message>
    <message>
        <source>tgl-bln-tahun</source>
        <translation>dd-mm-yyyy</translation>
    </message>
    <message>
        <source>tidak ada</source>
        <translation>none</translation>
    </message>
    <message>
        <source>tidak ada laporan dari gateway</source>
        <translation>no report from the gateway</translation>
    </message>
    <message>
        <source>tidak diambil</source>
        <translation>not taken in</translation>
    </message>
    <message>
        <source>tidak dihitung di sini</source>
        <translation>not counted here</translation>
    </message>
    <message>
        <source>tidak dihitung sebagai kabar</source>
        <translation>does not count as a notice</translation>
    </message>
    <message>
        <source>tidak dikenal pusat</source>
        <translation>not known to the centre</translation>
    </message>
    <message>
        <source>tidak diterbitkan</source>
        <translation>is not given</translation>
    </message>
    <message>
        <source>tidak mau SMS</source>
        <translation>wants no SMS</translation>
    </message>
    <message>
        <source>tidak punya nomor</source>
        <translation>has no number</translation>
    </message>
    <message>
        <source>tidak tercatat siapa</source>
        <translation>not recorded who</translation>
    </message>
    <message>
        <source>tinggal diambil</source>
        <translation>only to be fetched</translation>
    </message>
    <message>
        <source>tutup shift dalam {n} jam</source>
        <translation>close the shift within {n} hours</translation>
    </message>
    <message>
        <source>untuk ditempel, agar warga tahu</source>
        <translation>to hang up, so that everybody knows</translation>
    </message>
    <message>
        <source>utuh</source>
        <translation>whole</translation>
    </message>
    <message>
        <source>versi {n} · {day}</source>
        <translation>version {n} · {day}</translation>
    </message>
    <message>
        <source>wajib</source>
        <translation>required</translation>
    </message>
    <message>
        <source>wajib KTP</source>
        <translation>obligated</translation>
    </message>
    <message>
        <source>wajib dijawab</source>
        <translation>answer required</translation>
    </message>
    <message>
        <source>wajib kalau kurang atau batal</source>
        <translation>needed where short or cancelled</translation>
    </message>
    <message>
        <source>waktu kunjungan {minutes}</source>
        <translation>time for visits {minutes}</translation>
    </message>
    <message>
        <source>warga yang didaftarkan</source>
        <translation>people registered</translation>
    </message>
    <message>
        <source>yang memimpin</source>
        <translation>who leads</translation>
    </message>
    <message>
        <source>{action}: {title}</source>
        <translation>{action}: {title}</translation>
    </message>
    <message>
        <source>{age} th</source>
        <translation>{age} y</translation>
    </message>
    <message>
        <source>{amount} dikeluarkan</source>
        <translation>{amount} issued</translation>
    </message>
    <message>
        <source>{amount} kembali ke gudang</source>
        <translation>{amount} back in the store</translation>
    </message>
    <message>
        <source>{areas} dan {n} lagi</source>
        <translation>{areas} and {n} more</translation>
    </message>
    <message>
        <source>{areas} · data kesehatan</source>
        <translation>{areas} · health data</translation>
    </message>
    <message>
        <source>{area} bukan kode wilayah. Contoh: 35.74 atau 35.74.03.1004</source>
        <translation>{area} is not a region code. Example: 35.74 or 35.74.03.1004</translation>
    </message>
    <message>
        <source>{area}, alasan kunjungan</source>
        <translation>{area}, reasons of visits</translation>
    </message>
    <message>
        <source>{blanks}, kurang {n}</source>
        <translation>{blanks}, {n} missing</translation>
    </message>
    <message>
        <source>{blanks}, lebih {n}</source>
        <translation>{blanks}, {n} too many</translation>
    </message>
    <message>
        <source>{cards} kartu tercatat dicetak, tapi {blanks} keping blangko tercatat dipakai mencetak. Shift belum bisa ditutup. Cocokkan catatan cetak; kalau tetap beda, pilih alasan dan tulis singkat.</source>
        <translation>{cards} cards are recorded as printed, but {blanks} blanks as used for printing. The shift cannot be closed yet. Compare the print log; if they still differ, choose a reason and write a short note.</translation>
    </message>
    <message>
        <source>{cards} kartu, {blanks} blangko</source>
        <translation>{cards} cards, {blanks} blanks</translation>
    </message>
    <message>
        <source>{changes} perubahan ditulis. Tetap menunggu di sini sampai buktinya dibaca.</source>
        <translation>{changes} changes written. They go on waiting here until their receipt is read.</translation>
    </message>
    <message>
        <source>{code} bebas pada jam itu.</source>
        <translation>{code} is free at that hour.</translation>
    </message>
    <message>
        <source>{code} belum dilayani pusat ini. Tambahkan dulu: regency add</source>
        <translation>This centre does not serve {code} yet. Add it first: regency add</translation>
    </message>
    <message>
        <source>{code} bukan kode kabupaten atau kota. Contoh: 35.74</source>
        <translation>{code} is not a regency or city code. Example: 35.74</translation>
    </message>
    <message>
        <source>{count} tabel dibagi menurut kabupaten.</source>
        <translation>{count} tables were distributed by regency.</translation>
    </message>
    <message>
        <source>{count} warga dipindahkan. Beri laptopnya wilayah yang baru: device grant</source>
        <translation>{count} residents were moved. Give their laptops the new area: device grant</translation>
    </message>
    <message>
        <source>{day} ({age} th)</source>
        <translation>{day} (age {age})</translation>
    </message>
    <message>
        <source>{day} sejauh ini</source>
        <translation>{day} so far</translation>
    </message>
    <message>
        <source>{day} · dasar belum tentu sama</source>
        <translation>{day} · base may differ</translation>
    </message>
    <message>
        <source>{day} · jadi dasar cakupan setempat</source>
        <translation>{day} · base of the local coverage</translation>
    </message>
    <message>
        <source>{day}, dasarnya belum tentu sama</source>
        <translation>{day}, perhaps on another base</translation>
    </message>
    <message>
        <source>{day}, ditulis di Jadwal sebagai hari khusus</source>
        <translation>{day}, noted in Schedule as a special day</translation>
    </message>
    <message>
        <source>{day}: siaga {n} dari {m}</source>
        <translation>{day}: standby {n} of {m}</translation>
    </message>
    <message>
        <source>{day}: {figure} dari target {target}</source>
        <translation>{day}: {figure} of a target of {target}</translation>
    </message>
    <message>
        <source>{day}: {people} terekam. Dengan laju itu daftar ini {whole} hari kerja, sisanya {rest} hari lagi; semua daftar di laptop ini {all} hari untuk satu tim.</source>
        <translation>{day}: {people} recorded. At that pace this list takes {whole} days of work, the rest {rest} more days; all lists on this laptop {all} days for one team.</translation>
    </message>
    <message>
        <source>{difference}, dijelaskan</source>
        <translation>{difference}, explained</translation>
    </message>
    <message>
        <source>{difference}, sudah dijelaskan</source>
        <translation>{difference}, explained</translation>
    </message>
    <message>
        <source>{district} tanpa alat siaga.</source>
        <translation>{district} has no set standing by.</translation>
    </message>
    <message>
        <source>{district} tanpa alat siaga: {who}.</source>
        <translation>{district} has no set standing by: {who}.</translation>
    </message>
    <message>
        <source>{done}: {name}</source>
        <translation>{done}: {name}</translation>
    </message>
    <message>
        <source>{figures} terekam</source>
        <translation>{figures} recorded</translation>
    </message>
    <message>
        <source>{figures} terekam, meja ini</source>
        <translation>{figures} recorded, this table</translation>
    </message>
    <message>
        <source>{file}, {n} baris</source>
        <translation>{file}, {n} rows</translation>
    </message>
    <message>
        <source>{first}, {rest}</source>
        <translation>{first}, {rest}</translation>
    </message>
    <message>
        <source>{folder}, tidak terpasang</source>
        <translation>{folder}, not there</translation>
    </message>
    <message>
        <source>{good} baik + {refused} ditolak + {doubles} dobel = {total}</source>
        <translation>{good} good + {refused} refused + {doubles} double = {total}</translation>
    </message>
    <message>
        <source>{good} dari {rows} baris bisa dipakai, {refused} ditolak, {doubles} ganda.</source>
        <translation>{good} of {rows} rows can be used, {refused} refused, {doubles} double.</translation>
    </message>
    <message>
        <source>{here} {second}</source>
        <translation>{here} {second}</translation>
    </message>
    <message>
        <source>{holder} tercatat {n} keping</source>
        <translation>{holder} has {n} cards on record</translation>
    </message>
    <message>
        <source>{holder}: {n} keping mungkin tercatat dua kali</source>
        <translation>{holder}: {n} blanks may be noted twice</translation>
    </message>
    <message>
        <source>{holder}: {what} tidak cukup untuk besok</source>
        <translation>{holder}: too few {what} for tomorrow</translation>
    </message>
    <message>
        <source>{h} j {m} mnt</source>
        <translation>{h} h {m} min</translation>
    </message>
    <message>
        <source>{incident}: dibatalkan</source>
        <translation>{incident}: taken back</translation>
    </message>
    <message>
        <source>{incident}: kehilangan ± {n} orang</source>
        <translation>{incident}: ± {n} fewer recorded</translation>
    </message>
    <message>
        <source>{incident}: masih berlangsung</source>
        <translation>{incident}: still going on</translation>
    </message>
    <message>
        <source>{incident}: selesai</source>
        <translation>{incident}: over</translation>
    </message>
    <message>
        <source>{kind}: baru</source>
        <translation>{kind}: new</translation>
    </message>
    <message>
        <source>{kind}: seperti semula</source>
        <translation>{kind}: as it was</translation>
    </message>
    <message>
        <source>{kind}: tersimpan</source>
        <translation>{kind}: saved</translation>
    </message>
    <message>
        <source>{kind}: ubah</source>
        <translation>{kind}: change</translation>
    </message>
    <message>
        <source>{level} terhadap {target}</source>
        <translation>{level} against {target}</translation>
    </message>
    <message>
        <source>{line}, tanpa NIK lengkap</source>
        <translation>{line}, without full NIK</translation>
    </message>
    <message>
        <source>{loaded} baris dimuat, {bad} baris tidak bisa dipakai.</source>
        <translation>{loaded} lines loaded, {bad} lines can not be used.</translation>
    </message>
    <message>
        <source>{m} dari {n} kartu sudah tiga kali dikabari dan belum diambil. Siapkan kiriman, lalu cocokkan kartunya.</source>
        <translation>{m} of {n} cards were announced three times and not fetched. Prepare a batch, then compare the cards.</translation>
    </message>
    <message>
        <source>{m} perlu dilihat, yang lain baik</source>
        <translation>{m} to be looked at, the others are fine</translation>
    </message>
    <message>
        <source>{names} lengkap</source>
        <translation>{names} complete</translation>
    </message>
    <message>
        <source>{names}, di folder {folder}.</source>
        <translation>{names}, in folder {folder}.</translation>
    </message>
    <message>
        <source>{name} aktif</source>
        <translation>{name} is active</translation>
    </message>
    <message>
        <source>{name} antre lagi, nomornya tetap.</source>
        <translation>{name} queues again, with the same number.</translation>
    </message>
    <message>
        <source>{name} bentrok</source>
        <translation>{name} clashes</translation>
    </message>
    <message>
        <source>{name} berlaku lagi</source>
        <translation>{name} counts again</translation>
    </message>
    <message>
        <source>{name} bertugas di dua tempat sekaligus: {who}.</source>
        <translation>{name} is in two places at once: {who}.</translation>
    </message>
    <message>
        <source>{name} dan {n} berkas lain, di folder {folder}.</source>
        <translation>{name} (other files: {n}), in folder {folder}.</translation>
    </message>
    <message>
        <source>{name} dan {other} satu orang</source>
        <translation>{name} and {other} are one person</translation>
    </message>
    <message>
        <source>{name} dicabut</source>
        <translation>{name} was revoked</translation>
    </message>
    <message>
        <source>{name} dicoret dari kiriman</source>
        <translation>{name} crossed out of the batch</translation>
    </message>
    <message>
        <source>{name} ditarik</source>
        <translation>{name} taken back</translation>
    </message>
    <message>
        <source>{name} ditemukan</source>
        <translation>{name} is found</translation>
    </message>
    <message>
        <source>{name} hadir</source>
        <translation>{name} is present</translation>
    </message>
    <message>
        <source>{name} hadir lagi</source>
        <translation>{name} is back</translation>
    </message>
    <message>
        <source>{name} hilang</source>
        <translation>{name} is lost</translation>
    </message>
    <message>
        <source>{name} hilang, pemberitahuan {left}</source>
        <translation>{name} is lost, notice {left}</translation>
    </message>
    <message>
        <source>{name} ikut ke {stop}</source>
        <translation>{name} joins {stop}</translation>
    </message>
    <message>
        <source>{name} masuk pertama sesudah itu</source>
        <translation>{name} was the first to sign in after that</translation>
    </message>
    <message>
        <source>{name} menjadi {role}</source>
        <translation>{name} becomes {role}</translation>
    </message>
    <message>
        <source>{name} menunggu lagi</source>
        <translation>{name} waits again</translation>
    </message>
    <message>
        <source>{name} pada jam itu bertugas di {place}.</source>
        <translation>{name} is at {place} at that hour.</translation>
    </message>
    <message>
        <source>{name} perlu dihubungi lagi</source>
        <translation>{name} has to be called again</translation>
    </message>
    <message>
        <source>{name} pulang</source>
        <translation>{name} has left</translation>
    </message>
    <message>
        <source>{name} sekarang {role}.</source>
        <translation>{name} is {role} now.</translation>
    </message>
    <message>
        <source>{name} sudah di antrean, nomor {queue_no}.</source>
        <translation>{name} is in the queue already, number {queue_no}.</translation>
    </message>
    <message>
        <source>{name} sudah dihubungi</source>
        <translation>{name} was called</translation>
    </message>
    <message>
        <source>{name} sudah masuk</source>
        <translation>{name} imported</translation>
    </message>
    <message>
        <source>{name} tercatat hadir lagi</source>
        <translation>{name} is noted as present again</translation>
    </message>
    <message>
        <source>{name} tercatat pulang</source>
        <translation>{name} is noted as gone</translation>
    </message>
    <message>
        <source>{name} tersimpan</source>
        <translation>{name} saved</translation>
    </message>
    <message>
        <source>{name}, di folder {folder}.</source>
        <translation>{name}, in the folder {folder}.</translation>
    </message>
    <message>
        <source>{name}, mulai {day}</source>
        <translation>{name}, from {day}</translation>
    </message>
    <message>
        <source>{name}, {time}</source>
        <translation>{name}, {time}</translation>
    </message>
    <message>
        <source>{name}, {when}</source>
        <translation>{name}, {when}</translation>
    </message>
    <message>
        <source>{name}, {where}. Satu halaman tiap kelurahan.</source>
        <translation>{name}, {where}. One page for each village.</translation>
    </message>
    <message>
        <source>{name}: kehadiran dibatalkan</source>
        <translation>{name}: presence taken back</translation>
    </message>
    <message>
        <source>{name}: sudah ketemu di kecamatan</source>
        <translation>{name}: found at the district</translation>
    </message>
    <message>
        <source>{name}: target, daftar, terekam, dan sisanya. Hanya angka, tanpa nama warga.</source>
        <translation>{name}: target, list, recorded, and what is left. Figures alone, no names.</translation>
    </message>
    <message>
        <source>{name}: {gross} di daftar, {reachable} terjangkau, {recorded} sudah terekam. Yang terekam ikut dihitung.</source>
        <translation>{name}: {gross} on the list, {reachable} within reach, {recorded} recorded. Those recorded count.</translation>
    </message>
    <message>
        <source>{name}: {n} kartu</source>
        <translation>{name}: {n} cards</translation>
    </message>
    <message>
        <source>{name}: {n} orang</source>
        <translation>{name}: {n} people</translation>
    </message>
    <message>
        <source>{name}: {result}</source>
        <translation>{name}: {result}</translation>
    </message>
    <message>
        <source>{name}{more} belum dicatat</source>
        <translation>{name}{more}: not noted yet</translation>
    </message>
    <message>
        <source>{number} baru {n} angka, harus 16. Lanjutkan mengetik, atau kosongkan kalau tidak punya.</source>
        <translation>{number} has {n} digits so far, it needs 16. Go on typing, or leave it empty if there is none.</translation>
    </message>
    <message>
        <source>{number} boleh dikirimi SMS lagi</source>
        <translation>{number} may get SMS again</translation>
    </message>
    <message>
        <source>{number} dibulatkan oleh Excel, angka belakangnya hilang. Ketik 16 angkanya dari KK, atau minta daftar dengan kolom {number} sebagai teks.</source>
        <translation>{number} was rounded by Excel, its last digits are lost. Type the 16 digits from the KK, or ask for a list with the {number} column as text.</translation>
    </message>
    <message>
        <source>{number} sudah {n} angka, harus 16. Hapus yang kelebihan, atau kosongkan kalau tidak punya.</source>
        <translation>{number} has {n} digits, it needs 16. Remove the extra ones, or leave it empty if there is none.</translation>
    </message>
    <message>
        <source>{number} tidak dikirimi SMS lagi</source>
        <translation>{number} gets no more SMS</translation>
    </message>
    <message>
        <source>{number}, diserahkan {who} {when}.</source>
        <translation>{number}, given by {who} {when}.</translation>
    </message>
    <message>
        <source>{n} / hari</source>
        <translation>{n} / day</translation>
    </message>
    <message>
        <source>{n} B</source>
        <translation>{n} B</translation>
    </message>
    <message>
        <source>{n} MB</source>
        <translation>{n} MB</translation>
    </message>
    <message>
        <source>{n} SMS belum jelas sampai, {m} warga perlu diberi tahu.</source>
        <translation>{n} SMS are unclear, {m} people need to be told.</translation>
    </message>
    <message>
        <source>{n} SMS tertahan lebih dari sehari. Periksa gateway pusat.</source>
        <translation>{n} SMS held up for more than a day. Check the centre's gateway.</translation>
    </message>
    <message>
        <source>{n} aktif</source>
        <translation>{n} active</translation>
    </message>
    <message>
        <source>{n} aktif, {m} suratnya habis</source>
        <translation>{n} active, the letters of {m} have ended</translation>
    </message>
    <message>
        <source>{n} angka, lazimnya 11–13</source>
        <translation>{n} digits, usually 11–13</translation>
    </message>
    <message>
        <source>{n} aturan ditetapkan, lainnya bawaan</source>
        <translation>{n} rules set, the others as by default</translation>
    </message>
    <message>
        <source>{n} baris</source>
        <translation>{n} rows</translation>
    </message>
    <message>
        <source>{n} baris diambil</source>
        <translation>{n} rows taken in</translation>
    </message>
    <message>
        <source>{n} baris dihapus ({table})</source>
        <translation>{n} rows removed ({table})</translation>
    </message>
    <message>
        <source>{n} baris ditambah ({table})</source>
        <translation>{n} rows added ({table})</translation>
    </message>
    <message>
        <source>{n} baris diubah ({table})</source>
        <translation>{n} rows changed ({table})</translation>
    </message>
    <message>
        <source>{n} baris masuk</source>
        <translation>Rows in: {n}</translation>
    </message>
    <message>
        <source>{n} baris tidak ikut: {refused} ditolak, {doubles} dobel.</source>
        <translation>{n} rows stayed out: {refused} refused, {doubles} double.</translation>
    </message>
    <message>
        <source>{n} belum 17</source>
        <translation>{n} not 17 yet</translation>
    </message>
    <message>
        <source>{n} belum 17 tahun</source>
        <translation>{n} under 17</translation>
    </message>
    <message>
        <source>{n} belum dikabari</source>
        <translation>{n} not told yet</translation>
    </message>
    <message>
        <source>{n} belum sampai di pusat</source>
        <translation>{n} not at the centre yet</translation>
    </message>
    <message>
        <source>{n} belum terkirim</source>
        <translation>{n} not sent yet</translation>
    </message>
    <message>
        <source>{n} bentrok</source>
        <translation>Clashes: {n}</translation>
    </message>
    <message>
        <source>{n} berkas di map templates tidak dipakai dokumen mana pun.</source>
        <translation>{n} files in the folder templates are used by no document.</translation>
    </message>
    <message>
        <source>{n} berubah</source>
        <translation>{n} changed</translation>
    </message>
    <message>
        <source>{n} blangko</source>
        <translation>Blanks: {n}</translation>
    </message>
    <message>
        <source>{n} blangko dicatat rusak</source>
        <translation>Blanks logged as spoiled: {n}</translation>
    </message>
    <message>
        <source>{n} blangko dikembalikan ke kantor</source>
        <translation>Blanks returned to the office: {n}</translation>
    </message>
    <message>
        <source>{n} blangko diterima</source>
        <translation>Blanks received: {n}</translation>
    </message>
    <message>
        <source>{n} blangko pinjaman belum dikembalikan</source>
        <translation>{n} borrowed blanks not given back</translation>
    </message>
    <message>
        <source>{n} bukti ditulis ke USB</source>
        <translation>Receipts written to USB: {n}</translation>
    </message>
    <message>
        <source>{n} catatan belum sampai di pusat. Sinkronkan dulu, lalu kembalikan.</source>
        <translation>{n} entries have not reached the centre. Sync first, then give the laptop back.</translation>
    </message>
    <message>
        <source>{n} catatan blangko</source>
        <translation>blank records: {n}</translation>
    </message>
    <message>
        <source>{n} catatan hadir</source>
        <translation>attendance records: {n}</translation>
    </message>
    <message>
        <source>{n} catatan lain</source>
        <translation>other records: {n}</translation>
    </message>
    <message>
        <source>{n} catatan yang belum terkirim mungkin tidak ada di dalamnya.</source>
        <translation>{n} records that were not sent may not be in it.</translation>
    </message>
    <message>
        <source>{n} daftar, terbaru per {day}</source>
        <translation>{n} lists, the newest as of {day}</translation>
    </message>
    <message>
        <source>{n} daftarnya segera berakhir</source>
        <translation>the lists of {n} end soon</translation>
    </message>
    <message>
        <source>{n} dari 3</source>
        <translation>{n} of 3</translation>
    </message>
    <message>
        <source>{n} dari {all}</source>
        <translation>{n} of {all}</translation>
    </message>
    <message>
        <source>{n} dari {all} kartu</source>
        <translation>{n} of {all} cards</translation>
    </message>
    <message>
        <source>{n} dari {all}: angka {source} {day}</source>
        <translation>{n} of {all}: {source} count of {day}</translation>
    </message>
    <message>
        <source>{n} dari {all}: angka {source} {day}, ditambah {since} yang direkam sejak itu</source>
        <translation>{n} of {all}: {source} count of {day}, and {since} recorded since</translation>
    </message>
    <message>
        <source>{n} dari {m}</source>
        <translation>{n} of {m}</translation>
    </message>
    <message>
        <source>{n} dari {m} di daftar</source>
        <translation>{n} of {m} on the list</translation>
    </message>
    <message>
        <source>{n} dari {target}</source>
        <translation>{n} of {target}</translation>
    </message>
    <message>
        <source>{n} dari ± {total} baris masuk</source>
        <translation>{n} of ± {total} rows in</translation>
    </message>
    <message>
        <source>{n} detik</source>
        <translation>{n} s</translation>
    </message>
    <message>
        <source>{n} di kantor</source>
        <translation>{n} at the office</translation>
    </message>
    <message>
        <source>{n} di kotak rusak</source>
        <translation>{n} in the box of spoiled</translation>
    </message>
    <message>
        <source>{n} di luar jangkauan</source>
        <translation>{n} out of reach</translation>
    </message>
    <message>
        <source>{n} di pusat</source>
        <translation>{n} at the centre</translation>
    </message>
    <message>
        <source>{n} dijelaskan</source>
        <translation>{n} explained</translation>
    </message>
    <message>
        <source>{n} dijelaskan, belum disahkan</source>
        <translation>{n} explained, not approved</translation>
    </message>
    <message>
        <source>{n} diputuskan</source>
        <translation>{n} to decide</translation>
    </message>
    <message>
        <source>{n} disepakati, belum dicatat sebagai pinjaman</source>
        <translation>{n} agreed, not booked as a loan yet</translation>
    </message>
    <message>
        <source>{n} disepakati, {borrowed} dipinjam, {owed} belum dikembalikan</source>
        <translation>{n} agreed, {borrowed} borrowed, {owed} not given back</translation>
    </message>
    <message>
        <source>{n} ditemukan</source>
        <translation>{n} found</translation>
    </message>
    <message>
        <source>{n} gagal dicetak</source>
        <translation>{n} not printed</translation>
    </message>
    <message>
        <source>{n} hadir</source>
        <translation>{n} present</translation>
    </message>
    <message>
        <source>{n} hadir · {m} sudah pulang</source>
        <translation>{n} present · {m} left</translation>
    </message>
    <message>
        <source>{n} halaman dikirim ke printer, {people} orang</source>
        <translation>{n} pages sent to the printer, {people} people</translation>
    </message>
    <message>
        <source>{n} halaman tersimpan, {people} orang</source>
        <translation>{n} pages saved, {people} people</translation>
    </message>
    <message>
        <source>{n} hari</source>
        <translation>{n} days</translation>
    </message>
    <message>
        <source>{n} hari lagi</source>
        <translation>{n} days left</translation>
    </message>
    <message>
        <source>{n} hari tanpa kabar, batasnya {all}.</source>
        <translation>{n} days without contact, the limit is {all}.</translation>
    </message>
    <message>
        <source>{n} hari-tim lagi</source>
        <translation>{n} team-days to go</translation>
    </message>
    <message>
        <source>{n} hasil layanan</source>
        <translation>service results: {n}</translation>
    </message>
    <message>
        <source>{n} hitungan stok</source>
        <translation>stock counts: {n}</translation>
    </message>
    <message>
        <source>{n} isian belum benar.</source>
        <translation>Answers not right yet: {n}.</translation>
    </message>
    <message>
        <source>{n} jam</source>
        <translation>{n} h</translation>
    </message>
    <message>
        <source>{n} kB</source>
        <translation>{n} kB</translation>
    </message>
    <message>
        <source>{n} kabar diterima gateway.</source>
        <translation>{n} notices were taken by the gateway.</translation>
    </message>
    <message>
        <source>{n} kartu belum ada penjelasannya</source>
        <translation>{n} cards are not accounted for</translation>
    </message>
    <message>
        <source>{n} kartu belum ada penjelasannya. Shift belum bisa ditutup. Cocokkan kartu yang ada dengan daftar serah terima; kalau tetap kurang, pilih alasan dan tulis singkat.</source>
        <translation>Cards not accounted for: {n}. The shift cannot be closed yet. Compare the cards at hand with the handover list; if it is still short, choose a reason and write it in short.</translation>
    </message>
    <message>
        <source>{n} kartu boleh dikirim ke kecamatan</source>
        <translation>{n} cards may be sent to their districts</translation>
    </message>
    <message>
        <source>{n} kartu di tangan belum dihitung</source>
        <translation>{n} cards in hand not counted</translation>
    </message>
    <message>
        <source>{n} kartu dicatat dicetak</source>
        <translation>{n} cards noted as printed</translation>
    </message>
    <message>
        <source>{n} kartu dicetak</source>
        <translation>cards printed: {n}</translation>
    </message>
    <message>
        <source>{n} kartu diperiksa</source>
        <translation>cards checked: {n}</translation>
    </message>
    <message>
        <source>{n} kartu diserahkan</source>
        <translation>cards handed over: {n}</translation>
    </message>
    <message>
        <source>{n} kartu diterima</source>
        <translation>{n} cards received</translation>
    </message>
    <message>
        <source>{n} kartu kurang</source>
        <translation>{n} cards missing</translation>
    </message>
    <message>
        <source>{n} kartu lebih</source>
        <translation>{n} cards too many</translation>
    </message>
    <message>
        <source>{n} kartu lebih dari yang dicetak</source>
        <translation>{n} more cards than were printed</translation>
    </message>
    <message>
        <source>{n} kartu lebih dari yang dicetak. Shift belum bisa ditutup. Cocokkan kartu yang ada dengan daftar serah terima; kalau tetap lebih, pilih alasan dan tulis singkat.</source>
        <translation>Cards over those printed: {n}. The shift cannot be closed yet. Compare the cards at hand with the handover list; if it is still over, choose a reason and write it in short.</translation>
    </message>
    <message>
        <source>{n} kartu menunggu diambil, semua kabar berjalan.</source>
        <translation>{n} cards wait to be fetched, all notices are under way.</translation>
    </message>
    <message>
        <source>{n} kartu sehari · {what} habis dulu</source>
        <translation>{n} cards a day · {what} first to run out</translation>
    </message>
    <message>
        <source>{n} kartu siap diambil seperti sebelumnya.</source>
        <translation>{n} cards are ready as before.</translation>
    </message>
    <message>
        <source>{n} kartu siap diambil, {m} boleh dikirim ke kecamatan</source>
        <translation>{n} cards ready, {m} may be sent to their districts</translation>
    </message>
    <message>
        <source>{n} kartu siap diambil. Belum ada yang tiga kali dikabari dalam enam bulan.</source>
        <translation>{n} cards ready. None was announced three times in six months yet.</translation>
    </message>
    <message>
        <source>{n} kartu siap diambil. Satu baris tiap kartu.</source>
        <translation>{n} cards ready to be fetched. One line for each card.</translation>
    </message>
    <message>
        <source>{n} kartu untuk {name}. Nama dan alamatnya tertulis di berita acara.</source>
        <translation>{n} cards for {name}. Names and addresses are written on the handover record.</translation>
    </message>
    <message>
        <source>{n} kendala</source>
        <translation>incidents: {n}</translation>
    </message>
    <message>
        <source>{n} keping</source>
        <translation>Blanks: {n}</translation>
    </message>
    <message>
        <source>{n} keping blangko</source>
        <translation>{n} blanks</translation>
    </message>
    <message>
        <source>{n} keping blangko belum ada penjelasannya</source>
        <translation>Blanks not accounted for: {n}</translation>
    </message>
    <message>
        <source>{n} keping blangko belum ada penjelasannya. Shift belum bisa ditutup. Hitung ulang, lihat kotak kartu rusak; kalau tetap kurang, pilih alasan dan tulis singkat.</source>
        <translation>Blanks not accounted for: {n}. The shift cannot be closed yet. Count again, look in the box of spoiled cards; if it is still short, choose a reason and write it in short.</translation>
    </message>
    <message>
        <source>{n} keping blangko lebih dari yang dibawa</source>
        <translation>Blanks over those taken along: {n}</translation>
    </message>
    <message>
        <source>{n} keping blangko lebih dari yang dibawa. Shift belum bisa ditutup. Hitung ulang, lihat catatan cetak; kalau tetap lebih, pilih alasan dan tulis singkat.</source>
        <translation>Blanks over those taken along: {n}. The shift cannot be closed yet. Count again, look at the print log; if it is still over, choose a reason and write it in short.</translation>
    </message>
    <message>
        <source>{n} keping dimusnahkan</source>
        <translation>{n} cards destroyed</translation>
    </message>
    <message>
        <source>{n} keping kurang</source>
        <translation>Blanks short: {n}</translation>
    </message>
    <message>
        <source>{n} keping lebih</source>
        <translation>Blanks over: {n}</translation>
    </message>
    <message>
        <source>{n} keping rusak</source>
        <translation>Blanks spoiled: {n}</translation>
    </message>
    <message>
        <source>{n} kiriman</source>
        <translation>{n} batches</translation>
    </message>
    <message>
        <source>{n} kiriman belum selesai</source>
        <translation>{n} batches not finished</translation>
    </message>
    <message>
        <source>{n} kiriman titipan meja lain belum sampai di pusat. Sinkronkan dulu.</source>
        <translation>{n} deliveries carried for other tables have not reached the centre. Sync first.</translation>
    </message>
    <message>
        <source>{n} konsep, {m} terbit</source>
        <translation>{n} drafts, {m} published</translation>
    </message>
    <message>
        <source>{n} kunjungan</source>
        <translation>visits: {n}</translation>
    </message>
    <message>
        <source>{n} lagi masih kurang; yang terbanyak ada di tabel.</source>
        <translation>{n} more are below it; the table has those with most missing.</translation>
    </message>
    <message>
        <source>{n} lain dari shift lalu</source>
        <translation>{n} more of earlier shifts</translation>
    </message>
    <message>
        <source>{n} laptop</source>
        <translation>{n} laptops</translation>
    </message>
    <message>
        <source>{n} laptop daftarnya segera berakhir</source>
        <translation>The lists of {n} laptops end soon</translation>
    </message>
    <message>
        <source>{n} laptop dipakai</source>
        <translation>{n} laptops in use</translation>
    </message>
    <message>
        <source>{n} laptop lain</source>
        <translation>{n} other laptops</translation>
    </message>
    <message>
        <source>{n} laptop melapor</source>
        <translation>{n} laptops report</translation>
    </message>
    <message>
        <source>{n} masih menunggu.</source>
        <translation>{n} still waiting.</translation>
    </message>
    <message>
        <source>{n} meja belum ada penutupannya. Ambil kirimannya, atau tulis singkat kenapa belum ada.</source>
        <translation>{n} tables have no closing here yet. Take in their delivery, or write briefly why it is missing.</translation>
    </message>
    <message>
        <source>{n} meja terhitung</source>
        <translation>{n} tables counted</translation>
    </message>
    <message>
        <source>{n} menit</source>
        <translation>{n} min</translation>
    </message>
    <message>
        <source>{n} menunggu</source>
        <translation>{n} waiting</translation>
    </message>
    <message>
        <source>{n} menunggu dicetak</source>
        <translation>{n} wait to be printed</translation>
    </message>
    <message>
        <source>{n} menunggu jawaban, yang pertama {left}</source>
        <translation>{n} wait for an answer, the first {left}</translation>
    </message>
    <message>
        <source>{n} menunggu kirim</source>
        <translation>{n} waiting to be sent</translation>
    </message>
    <message>
        <source>{n} menunggu kunjungan</source>
        <translation>{n} wait for a visit</translation>
    </message>
    <message>
        <source>{n} menunggu tanda tangan kepala dinas</source>
        <translation>{n} wait for the signature of the head</translation>
    </message>
    <message>
        <source>{n} menunggu · {m} perlu dilihat</source>
        <translation>{n} waiting · {m} to look at</translation>
    </message>
    <message>
        <source>{n} mnt</source>
        <translation>{n} min</translation>
    </message>
    <message>
        <source>{n} mnt per orang</source>
        <translation>{n} min per person</translation>
    </message>
    <message>
        <source>{n} orang</source>
        <translation>People: {n}</translation>
    </message>
    <message>
        <source>{n} orang baru bisa dicari di Pendaftaran dan Daftar sasaran.</source>
        <translation>New people in Registration and Target list: {n}.</translation>
    </message>
    <message>
        <source>{n} orang belum ada penjelasannya. Shift belum bisa ditutup. Cocokkan antrean dengan hasilnya; kalau tetap kurang, pilih alasan dan tulis singkat.</source>
        <translation>People not accounted for: {n}. The shift cannot be closed yet. Compare the queue with the outcomes; if it is still short, choose a reason and write it in short.</translation>
    </message>
    <message>
        <source>{n} orang belum selesai dilayani</source>
        <translation>Not served yet: {n}</translation>
    </message>
    <message>
        <source>{n} orang belum terekam</source>
        <translation>{n} people not recorded</translation>
    </message>
    <message>
        <source>{n} orang di daftar</source>
        <translation>{n} people on the list</translation>
    </message>
    <message>
        <source>{n} orang dicoret kantor</source>
        <translation>{n} people taken off by the office</translation>
    </message>
    <message>
        <source>{n} orang didatangi</source>
        <translation>{n} people visited</translation>
    </message>
    <message>
        <source>{n} orang diminta kembali</source>
        <translation>Asked back: {n}</translation>
    </message>
    <message>
        <source>{n} orang dipanggil lagi</source>
        <translation>{n} people to be called back</translation>
    </message>
    <message>
        <source>{n} orang hanya ada di versi ini; mereka keluar lewat usulan dengan bukti.</source>
        <translation>{n} people stand on this version only; they leave by a proposal with evidence.</translation>
    </message>
    <message>
        <source>{n} orang lagi</source>
        <translation>{n} more people</translation>
    </message>
    <message>
        <source>{n} orang masih antre atau sedang dilayani</source>
        <translation>Still waiting or being served: {n}</translation>
    </message>
    <message>
        <source>{n} orang masih antre atau sedang dilayani. Shift belum bisa ditutup. Catat hasilnya, atau pilih Pulang dulu.</source>
        <translation>Still waiting or being served: {n}. The shift cannot be closed yet. Log their outcomes, or choose Went home.</translation>
    </message>
    <message>
        <source>{n} orang masuk daftar</source>
        <translation>People on the list: {n}</translation>
    </message>
    <message>
        <source>{n} orang menunggu putusan kantor</source>
        <translation>{n} people wait for the office</translation>
    </message>
    <message>
        <source>{n} orang merantau</source>
        <translation>{n} people away</translation>
    </message>
    <message>
        <source>{n} orang mirip</source>
        <translation>Similar people: {n}</translation>
    </message>
    <message>
        <source>{n} orang mirip, dari semua saringan</source>
        <translation>Similar people: {n}, from all filters</translation>
    </message>
    <message>
        <source>{n} orang perlu dikunjungi</source>
        <translation>{n} people to be visited</translation>
    </message>
    <message>
        <source>{n} orang sampai {time}.</source>
        <translation>{n} people until {time}.</translation>
    </message>
    <message>
        <source>{n} orang selesai</source>
        <translation>{n} people done</translation>
    </message>
    <message>
        <source>{n} orang sudah ada di laptop ini, sekarang ikut daftar ini.</source>
        <translation>Already on this laptop, now on this list too: {n}.</translation>
    </message>
    <message>
        <source>{n} orang sudah mengajukan, belum pernah dikabari</source>
        <translation>{n} people applied and were never told</translation>
    </message>
    <message>
        <source>{n} orang terekam</source>
        <translation>{n} people recorded</translation>
    </message>
    <message>
        <source>{n} orang terhitung lebih dari yang datang. Shift belum bisa ditutup. Cocokkan antrean dengan hasilnya; kalau tetap lebih, pilih alasan dan tulis singkat.</source>
        <translation>People counted over those who came: {n}. The shift cannot be closed yet. Compare the queue with the outcomes; if it is still over, choose a reason and write it in short.</translation>
    </message>
    <message>
        <source>{n} orang tidak kebagian sekarang. Dahulukan rekam baru, sisanya dicetak setelah stok datang.</source>
        <translation>{n} people go without now. First recordings come first, the rest is printed once stock has come.</translation>
    </message>
    <message>
        <source>{n} orang yang kurang tidak terjangkau lewat daftar.</source>
        <translation>{n} of the missing people can not be reached through the list.</translation>
    </message>
    <message>
        <source>{n} pendaftaran</source>
        <translation>registrations: {n}</translation>
    </message>
    <message>
        <source>{n} pengguna aktif</source>
        <translation>{n} active users</translation>
    </message>
    <message>
        <source>{n} perintah tidak dijalankan pusat</source>
        <translation>{n} orders were not carried out</translation>
    </message>
    <message>
        <source>{n} perkara perlu diputuskan. Catatannya aman di sini dan di pusat.</source>
        <translation>{n} cases have to be decided. Their records are safe here and at the centre.</translation>
    </message>
    <message>
        <source>{n} perkara perlu diputuskan; catatannya disimpan. Yang menunggu baru ada di laptop ini.</source>
        <translation>{n} matters need a decision; their entries are kept. What waits is on this laptop alone so far.</translation>
    </message>
    <message>
        <source>{n} perlu dilihat</source>
        <translation>{n} to look at</translation>
    </message>
    <message>
        <source>{n} perlu diputuskan</source>
        <translation>{n} to be decided</translation>
    </message>
    <message>
        <source>{n} perlu tindakan, {m} perlu dilihat</source>
        <translation>{n} need action, {m} to be looked at</translation>
    </message>
    <message>
        <source>{n} perubahan</source>
        <translation>Changes: {n}</translation>
    </message>
    <message>
        <source>{n} perubahan belum terhitung</source>
        <translation>{n} changes not counted yet</translation>
    </message>
    <message>
        <source>{n} perubahan belum terkirim; semuanya tetap bisa dikirim dari sini.</source>
        <translation>{n} changes were not sent yet; all of them can still be sent from here.</translation>
    </message>
    <message>
        <source>{n} perubahan di pusat</source>
        <translation>{n} changes at the centre</translation>
    </message>
    <message>
        <source>{n} perubahan diterima pusat</source>
        <translation>Changes received by the centre: {n}</translation>
    </message>
    <message>
        <source>{n} perubahan diterima {place}, bukti terima {day}.</source>
        <translation>{n} changes received by {place}, receipt of {day}.</translation>
    </message>
    <message>
        <source>{n} perubahan ditulis ke kiriman USB</source>
        <translation>{n} changes written to the USB bundle</translation>
    </message>
    <message>
        <source>{n} perubahan menunggu di sana</source>
        <translation>{n} changes waiting there</translation>
    </message>
    <message>
        <source>{n} perubahan menunggu dikirim</source>
        <translation>Changes waiting to be sent: {n}</translation>
    </message>
    <message>
        <source>{n} perubahan sejak {when}</source>
        <translation>Changes since {when}: {n}</translation>
    </message>
    <message>
        <source>{n} rancangan menunggu tanda tangan kepala dinas</source>
        <translation>{n} drafts wait for the signature of the head</translation>
    </message>
    <message>
        <source>{n} rekaman berhenti di pusat, terbaru per {day}</source>
        <translation>{n} records stopped at the centre, newest as of {day}</translation>
    </message>
    <message>
        <source>{n} sekali · {m} dua kali</source>
        <translation>{n} once · {m} twice</translation>
    </message>
    <message>
        <source>{n} selisih blangko belum dijelaskan</source>
        <translation>Blank difference of {n} not explained</translation>
    </message>
    <message>
        <source>{n} selisih kartu belum dijelaskan</source>
        <translation>{n} card differences not explained</translation>
    </message>
    <message>
        <source>{n} shift belum lengkap</source>
        <translation>Shifts that lack something: {n}</translation>
    </message>
    <message>
        <source>{n} shift terbit</source>
        <translation>Shifts published: {n}</translation>
    </message>
    <message>
        <source>{n} sudah lewat harinya, belum diselesaikan</source>
        <translation>{n} over and not settled</translation>
    </message>
    <message>
        <source>{n} sudah lewat {target}.</source>
        <translation>{n} have passed {target}.</translation>
    </message>
    <message>
        <source>{n} sudah tiga kali dikabari</source>
        <translation>{n} were announced three times</translation>
    </message>
    <message>
        <source>{n} tak dihitung</source>
        <translation>{n} not counted</translation>
    </message>
    <message>
        <source>{n} tanpa NIK</source>
        <translation>{n} without NIK</translation>
    </message>
    <message>
        <source>{n} tanpa NIK utuh</source>
        <translation>{n} without full NIK</translation>
    </message>
    <message>
        <source>{n} tempat bertarget, ditandatangani kepala dinas</source>
        <translation>{n} places with a target, signed by the head</translation>
    </message>
    <message>
        <source>{n} tempat bertarget, menunggu tanda tangan kepala dinas</source>
        <translation>{n} places with a target, waiting for the head's signature</translation>
    </message>
    <message>
        <source>{n} templat kantor terbaca.</source>
        <translation>{n} templates of the office can be read.</translation>
    </message>
    <message>
        <source>{n} teratas</source>
        <translation>top {n}</translation>
    </message>
    <message>
        <source>{n} terbuka</source>
        <translation>{n} open</translation>
    </message>
    <message>
        <source>{n} terekam</source>
        <translation>{n} recorded</translation>
    </message>
    <message>
        <source>{n} terekam hari ini</source>
        <translation>{n} recorded today</translation>
    </message>
    <message>
        <source>{n} tertahan</source>
        <translation>{n} held up</translation>
    </message>
    <message>
        <source>{n} tidak klop, disimpan apa adanya</source>
        <translation>{n} do not add up, kept as they are</translation>
    </message>
    <message>
        <source>{n} titipan meja lain menunggu dikirim</source>
        <translation>Bundles of other tables waiting to be sent: {n}</translation>
    </message>
    <message>
        <source>{n} usulan</source>
        <translation>{n} proposals</translation>
    </message>
    <message>
        <source>{n} usulan disahkan</source>
        <translation>{n} proposals approved</translation>
    </message>
    <message>
        <source>{n} usulan ditolak</source>
        <translation>{n} proposals rejected</translation>
    </message>
    <message>
        <source>{n} usulan meninggal atau pindah belum ada akta kematian atau surat pindahnya. Lepas tandanya, atau lengkapi suratnya lebih dulu.</source>
        <translation>{n} proposals of death or moving lack the death certificate or moving letter. Untick them, or complete the paper first.</translation>
    </message>
    <message>
        <source>{n} usulan menunggu kantor, {m} sudah diputuskan</source>
        <translation>{n} proposals wait for the office, {m} are decided</translation>
    </message>
    <message>
        <source>{n} warga perlu ditelepon atau lewat RT.</source>
        <translation>{n} people need to be called or told through the RT.</translation>
    </message>
    <message>
        <source>{n} warga tanpa nomor yang bisa dihubungi.</source>
        <translation>{n} people without a number that reaches them.</translation>
    </message>
    <message>
        <source>{n} warga. Satu halaman tiap RT.</source>
        <translation>{n} people. One page per RT.</translation>
    </message>
    <message>
        <source>{n} wilayah. Yang tidak disebut hilang dari laptop itu saat tersambung.</source>
        <translation>{n} areas. What is not named leaves that laptop at its next contact.</translation>
    </message>
    <message>
        <source>{n} {unit}</source>
        <translation>{n} {unit}</translation>
    </message>
    <message>
        <source>{n} − {recorded} terekam</source>
        <translation>{n} − {recorded} recorded</translation>
    </message>
    <message>
        <source>{n}, perlu dicocokkan</source>
        <translation>{n}, to be compared</translation>
    </message>
    <message>
        <source>{origin}, {people} warga, sampai perubahan {last}, {state}. Tidak ada yang menunggu: semua sudah di pusat.</source>
        <translation>{origin}, {people} residents, up to change {last}, {state}. Nothing waits: all of it is at the centre.</translation>
    </message>
    <message>
        <source>{origin}, {people} warga, sampai perubahan {last}, {state}. {changes} perubahan dibawa laptop ini; sinkronkan sekarang.</source>
        <translation>{origin}, {people} residents, up to change {last}, {state}. This laptop carries {changes} changes; sync now.</translation>
    </message>
    <message>
        <source>{origin}, {people} warga, sampai perubahan {last}, {state}. {changes} perubahan ditulis ke berkas; bawa ke pusat.</source>
        <translation>{origin}, {people} residents, up to change {last}, {state}. {changes} changes were written to the file; bring it to the centre.</translation>
    </message>
    <message>
        <source>{outcome} di rumah</source>
        <translation>{outcome} at home</translation>
    </message>
    <message>
        <source>{pace}, terakhir ± {n} mnt</source>
        <translation>{pace}, the last ± {n} min</translation>
    </message>
    <message>
        <source>{paper}: berlaku</source>
        <translation>{paper}: valid</translation>
    </message>
    <message>
        <source>{paper}: berlaku sampai {day}</source>
        <translation>{paper}: valid until {day}</translation>
    </message>
    <message>
        <source>{paper}: sudah tidak berlaku</source>
        <translation>{paper}: no longer valid</translation>
    </message>
    <message>
        <source>{parts} sampai {time}</source>
        <translation>{parts} by {time}</translation>
    </message>
    <message>
        <source>{people} orang {their} mnt + {stops} perjalanan {way} mnt = {all} mnt</source>
        <translation>{people} people {their} min + {stops} ways {way} min = {all} min</translation>
    </message>
    <message>
        <source>{percent} % · ± {hours} j {minutes} m</source>
        <translation>{percent} % · ± {hours} h {minutes} m</translation>
    </message>
    <message>
        <source>{percent} selesai</source>
        <translation>{percent} done</translation>
    </message>
    <message>
        <source>{place} {n} (di jalan)</source>
        <translation>{place} {n} (on the way)</translation>
    </message>
    <message>
        <source>{place}, per hari</source>
        <translation>{place}, by day</translation>
    </message>
    <message>
        <source>{place}: belum ada daftar.</source>
        <translation>{place}: no list yet.</translation>
    </message>
    <message>
        <source>{place}: kosong</source>
        <translation>{place}: free</translation>
    </message>
    <message>
        <source>{place}: {gross} di daftar = {recorded} terekam + {left} terjangkau + {approved} disahkan + {away} merantau</source>
        <translation>{place}: {gross} listed = {recorded} recorded + {left} reachable + {approved} approved + {away} away</translation>
    </message>
    <message>
        <source>{prefix}, sebelum laptop ini dipulihkan: pusat memegang perubahan sampai {n}. Sesudah itu tidak diketahui, sampai kantor memastikannya.</source>
        <translation>{prefix}, before this laptop was restored: the centre holds changes up to {n}. What came later is not known until the office has made sure.</translation>
    </message>
    <message>
        <source>{queue_no} {name} dipanggil.</source>
        <translation>{queue_no} {name} called.</translation>
    </message>
    <message>
        <source>{queue_no} {name} kembali ke antrean.</source>
        <translation>{queue_no} {name} is in the queue again.</translation>
    </message>
    <message>
        <source>{queue_no} {name}: rekaman di rumah dibatalkan.</source>
        <translation>{queue_no} {name}: the recording at home is taken back.</translation>
    </message>
    <message>
        <source>{queue_no} {name}: {outcome}.</source>
        <translation>{queue_no} {name}: {outcome}.</translation>
    </message>
    <message>
        <source>{raw} (tak dikenal)</source>
        <translation>{raw} (unknown)</translation>
    </message>
    <message>
        <source>{ready} dari {all} siap</source>
        <translation>{ready} of {all} ready</translation>
    </message>
    <message>
        <source>{reason} ({name})</source>
        <translation>{reason} ({name})</translation>
    </message>
    <message>
        <source>{reason} hanya diselesaikan di kantor Dukcapil, bukan di meja ini. Pilih Diteruskan ke kantor.</source>
        <translation>{reason} is finished only at the Dukcapil office, not at this table. choose Passed to the office.</translation>
    </message>
    <message>
        <source>{reason}: {result}</source>
        <translation>{reason}: {result}</translation>
    </message>
    <message>
        <source>{recorded} sudah + {unrecorded} belum = {both}, padahal wajib KTP tertulis {obligated}: selisih {gap}.</source>
        <translation>{recorded} recorded + {unrecorded} not = {both}, but {obligated} are told as obligated: {gap} apart.</translation>
    </message>
    <message>
        <source>{role} · pakai kode awal</source>
        <translation>{role} · use first code</translation>
    </message>
    <message>
        <source>{rows} baris diambil, {users} petugas bisa masuk.</source>
        <translation>Rows fetched: {rows}. Officers who can sign in: {users}.</translation>
    </message>
    <message>
        <source>{rows} baris ditulis. Berkas ini tidak terkunci: simpan baik-baik, lalu hapus.</source>
        <translation>{rows} rows written. This file is not locked: keep it safe, then delete it.</translation>
    </message>
    <message>
        <source>{rule} berubah mulai {day}</source>
        <translation>{rule} changes on {day}</translation>
    </message>
    <message>
        <source>{rule}: ditandatangani</source>
        <translation>{rule}: signed</translation>
    </message>
    <message>
        <source>{rule}: rancangan ditarik</source>
        <translation>{rule}: draft withdrawn</translation>
    </message>
    <message>
        <source>{rule}: seperti semula</source>
        <translation>{rule}: as before</translation>
    </message>
    <message>
        <source>{rule}: tersimpan</source>
        <translation>{rule}: saved</translation>
    </message>
    <message>
        <source>{rule}: yang mulai {day} ditarik</source>
        <translation>{rule}: the one from {day} on is withdrawn</translation>
    </message>
    <message>
        <source>{said} dan {n} lagi</source>
        <translation>{said} and {n} more</translation>
    </message>
    <message>
        <source>{sent} dari ± {total}</source>
        <translation>{sent} of ± {total}</translation>
    </message>
    <message>
        <source>{sent} perubahan dikirim, {fetched} baris diambil, {waiting} masih menunggu.</source>
        <translation>{sent} changes sent, {fetched} rows fetched, {waiting} still waiting.</translation>
    </message>
    <message>
        <source>{sent} perubahan dikirim, {fetched} baris diambil, {waiting} masih menunggu. Kiriman titipan yang masih menunggu: {carried}.</source>
        <translation>{sent} changes sent, {fetched} rows fetched, {waiting} still waiting. Bundles of other tables that still wait: {carried}.</translation>
    </message>
    <message>
        <source>{share} dari {n}</source>
        <translation>{share} of {n}</translation>
    </message>
    <message>
        <source>{share} per {day}</source>
        <translation>{share} as of {day}</translation>
    </message>
    <message>
        <source>{shift} ditutup {time}</source>
        <translation>{shift} closed {time}</translation>
    </message>
    <message>
        <source>{shift} masih berjalan</source>
        <translation>{shift} is still running</translation>
    </message>
    <message>
        <source>{shift} sudah ditutup dan ditandatangani</source>
        <translation>{shift} is closed and signed</translation>
    </message>
    <message>
        <source>{shift}, {day}, dibuka lagi dan belum ditutup</source>
        <translation>{shift}, {day}, is reopened and not closed yet</translation>
    </message>
    <message>
        <source>{site}: belum dicek</source>
        <translation>{site}: not looked at yet</translation>
    </message>
    <message>
        <source>{site}: {found}</source>
        <translation>{site}: {found}</translation>
    </message>
    <message>
        <source>{span} yang lalu</source>
        <translation>{span} ago</translation>
    </message>
    <message>
        <source>{speed}/dtk, bolak-balik {ms} md, putus {cuts} kali dalam {n} putaran.</source>
        <translation>{speed}/s, round trip {ms} ms, cut {cuts} times in {n} rounds.</translation>
    </message>
    <message>
        <source>{step} bukan hasil untuk {reason}. Pilih hasil lain dari daftar.</source>
        <translation>{step} is no outcome for {reason}. Choose another one from the list.</translation>
    </message>
    <message>
        <source>{suffix}, dari brankas</source>
        <translation>{suffix}, from the safe</translation>
    </message>
    <message>
        <source>{sum} · per {time}</source>
        <translation>{sum} · as of {time}</translation>
    </message>
    <message>
        <source>{supplier} · {amount}</source>
        <translation>{supplier} · {amount}</translation>
    </message>
    <message>
        <source>{taken} diambil + {refused} ditolak + {strangers} tak dikenal + {rest} sudah ada = {total}</source>
        <translation>{taken} taken + {refused} refused + {strangers} unknown + {rest} here already = {total}</translation>
    </message>
    <message>
        <source>{taken} diambil + {refused} ditolak = {total}</source>
        <translation>{taken} taken + {refused} refused = {total}</translation>
    </message>
    <message>
        <source>{target} sudah tercapai, per {day}.</source>
        <translation>{target} is met, as of {day}.</translation>
    </message>
    <message>
        <source>{target} sudah tercapai.</source>
        <translation>{target} is reached.</translation>
    </message>
    <message>
        <source>{team} ada di dua tempat sekaligus: {places}.</source>
        <translation>{team} is in two places at once: {places}.</translation>
    </message>
    <message>
        <source>{team} di {place}</source>
        <translation>{team} at {place}</translation>
    </message>
    <message>
        <source>{team} pakai {code}</source>
        <translation>{team} takes {code}</translation>
    </message>
    <message>
        <source>{text}, tombol {key}</source>
        <translation>{text}, key {key}</translation>
    </message>
    <message>
        <source>{topic} ({mark}): {what}</source>
        <translation>{topic} ({mark}): {what}</translation>
    </message>
    <message>
        <source>{total} orang di daftar {place}</source>
        <translation>{total} people on the list of {place}</translation>
    </message>
    <message>
        <source>{village} · {n} orang</source>
        <translation>{village} · {n} people</translation>
    </message>
    <message>
        <source>{village}, {place}. Satu halaman tiap RT, menurut saringan sekarang.</source>
        <translation>{village}, {place}. One page for each RT, as the list is filtered now.</translation>
    </message>
    <message>
        <source>{way}: belum dicetak. Tekan Ctrl+P, atau salin kodenya ke kertas.</source>
        <translation>{way}: not printed yet. Press Ctrl+P, or copy the code onto paper.</translation>
    </message>
    <message>
        <source>{way}: belum tercetak, printernya tidak ada. Salin kodenya ke kertas.</source>
        <translation>{way}: not printed, the printer is not there. Copy the code onto paper.</translation>
    </message>
    <message>
        <source>{way}: belum tercetak. Ctrl+P mencoba lagi, atau salin kodenya ke kertas.</source>
        <translation>{way}: not printed. Ctrl+P tries again, or copy the code onto paper.</translation>
    </message>
    <message>
        <source>{way}: sedang dikirim ke printer. Layanan ini gratis.</source>
        <translation>{way}: on its way to the printer. This service is free.</translation>
    </message>
    <message>
        <source>{way}: tercetak sendiri setelah disimpan. Layanan ini gratis.</source>
        <translation>{way}: printed by itself after saving. This service is free.</translation>
    </message>
    <message>
        <source>{what} (diurungkan)</source>
        <translation>{what} (undone)</translation>
    </message>
    <message>
        <source>{what} cukup untuk {n} hari lagi</source>
        <translation>{what} lasts for {n} more days</translation>
    </message>
    <message>
        <source>{what} tinggal {n}, antrean cetak {ready}</source>
        <translation>{what}: {n} left, {ready} wait to be printed</translation>
    </message>
    <message>
        <source>{what}. Pusat mencatat siapa yang menjawab.</source>
        <translation>{what}. The centre notes who answered.</translation>
    </message>
    <message>
        <source>{what}: jumlah bagiannya {parts}, tertulis {whole}.</source>
        <translation>{what}: its parts come to {parts}, told are {whole}.</translation>
    </message>
    <message>
        <source>{what}: menunggu dikirim. Berlaku sesudah sinkron.</source>
        <translation>{what}: waits to be sent. Holds after the sync.</translation>
    </message>
    <message>
        <source>{what}: sudah di pusat, hasilnya datang di sinkron berikut.</source>
        <translation>{what}: the centre has it, what came of it comes with the next sync.</translation>
    </message>
    <message>
        <source>{what}: tidak dijalankan pusat, sebabnya di Sinkronisasi.</source>
        <translation>{what}: not carried out, the reason is on the page Sync.</translation>
    </message>
    <message>
        <source>{what}: {amount}</source>
        <translation>{what}: {amount}</translation>
    </message>
    <message>
        <source>{who}: {load}</source>
        <translation>{who}: {load}</translation>
    </message>
    <message>
        <source>{words} Sinkron begitu ada jaringan, atau ambil lewat USB.</source>
        <translation>{words} Sync as soon as there is a network, or fetch it by USB stick.</translation>
    </message>
    <message>
        <source>{word} {who}, {at}</source>
        <translation>{word} {who}, {at}</translation>
    </message>
    <message>
        <source>{zone} bukan jam di Indonesia. Pilih {all}.</source>
        <translation>{zone} is no clock of Indonesia. Choose one of {all}.</translation>
    </message>
    <message>
        <source>± hari</source>
        <translation>± days</translation>
    </message>
    <message>
        <source>± {n} baris</source>
        <translation>± {n} rows</translation>
    </message>
    <message>
        <source>± {n} cetak</source>
        <translation>± {n} prints</translation>
    </message>
    <message>
        <source>± {n} rol</source>
        <translation>± {n} rolls</translation>
    </message>
    <message>
        <source>– {day}</source>
        <translation>– {day}</translation>
    </message>
    <message>
        <source>“Nomor HP-nya berapa, untuk kabar KTP jadi?”</source>
        <translation>“Your phone number, to say the KTP is ready?”</translation>
    </message>
    <message>
        <source>“Nomor HP-nya berapa, {title}, untuk kabar KTP jadi?”</source>
        <translation>“Your phone number, {title}, to say the KTP is ready?”</translation>
    </message>
</context>
</TS>
