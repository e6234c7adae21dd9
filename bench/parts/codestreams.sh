# shellcheck shell=bash
# The codestreams to decode, and how to make them. Sourced by the parts that decode, after common.sh.

# NAME, the picture, transfer syntax without 1.2.840.10008.1.2., the allowed difference of samples (largest; mean), peers.
codestreams='
jpeg-grey            grey8   4.50   1 0.1   libjpeg dcmtk gdcm
jpeg-restarts        grey8   4.50   1 0.1   libjpeg
jpeg-progressive     grey8   4.55   1 0.1   libjpeg
jpeg-colour-444      colour  4.50   1 0.1   libjpeg dcmtk gdcm
jpeg-colour-420      colour  4.50   1 0.1   libjpeg dcmtk gdcm
jpeg-extended-12     grey12  4.51   1 0.1   dcmtk gdcm
jpeg-lossless        grey12  4.70   0 0     dcmtk gdcm
jpegls-lossless      grey12  4.80   0 0     charls dcmtk
jpegls-near          grey12  4.81   0 0     charls dcmtk
jpeg2000-lossless    grey12  4.90   0 0     openjpeg
jpeg2000-lossy       grey12  4.91   1 0.1   openjpeg
htj2k-lossless       grey12  4.201  0 0     openjph openjpeg
htj2k-lossy          grey12  4.203  1 0.1   openjph openjpeg
rle                  grey12  5      0 0     dcmtk gdcm'

# Each codestream is NAME.bits, and in the DICOM file NAME.dcm.
make_codestreams() {
    local name picture syntax rest
    dotnet "$decode" make .
    cjpeg -quality 95 -outfile jpeg-grey.bits grey8.pgm
    cjpeg -quality 95 -restart 1 -outfile jpeg-restarts.bits grey8.pgm
    cjpeg -quality 95 -progressive -outfile jpeg-progressive.bits grey8.pgm
    cjpeg -quality 95 -sample 1x1 -outfile jpeg-colour-444.bits colour.ppm
    cjpeg -quality 95 -sample 2x2 -outfile jpeg-colour-420.bits colour.ppm
    dcmcjpeg +ee +q 90 grey12.dcm jpeg-extended-12.dcm
    dcmcjpeg +e1 grey12.dcm jpeg-lossless.dcm
    dcmcjpls +el grey12.dcm jpegls-lossless.dcm
    dcmcjpls +en +md 2 grey12.dcm jpegls-near.dcm
    dcmcrle grey12.dcm rle.dcm
    opj_compress -i grey12.pgm -o jpeg2000-lossless.j2k
    opj_compress -i grey12.pgm -o jpeg2000-lossy.j2k -I -r 10
    ojph_compress -i grey12.pgm -o htj2k-lossless.j2c -reversible true
    ojph_compress -i grey12.pgm -o htj2k-lossy.j2c -qstep 0.001
    while read -r name picture syntax rest; do
        if [[ -f $name.dcm ]]; then dotnet "$decode" unwrap "$name.dcm" "$name.bits"; continue; fi
        [[ -f $name.bits ]] || cp "$name".j2? "$name.bits"
        dotnet "$decode" wrap "1.2.840.10008.1.2.$syntax" "$(samples "$picture")" "$(bits "$picture")" "$name.bits" "$name.dcm"
    done <<< "${codestreams:1}"
}

samples() { if [[ $1 == colour ]]; then echo 3; else echo 1; fi; }

bits() { if [[ $1 == grey12 ]]; then echo 12; else echo 8; fi; }

bytes() { if [[ $1 == grey12 ]]; then echo 2; else echo 1; fi; }
